import { splitCommentLines } from '../ir/comment-lines.ts';

/** Comment lines; nothing in the text can end the comment or hide what follows it. */
export function printComment(text: string): string[] {
  return splitCommentLines(text, 96).map((line) => (line === '' ? '#' : `# ${line}`));
}
