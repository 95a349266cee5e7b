/** Ends of lines in any of the forms that some tool takes for one. */
const lineEnd = /\r\n|[\n\r\u2028\u2029\u0085\u000B\u000C]/;

/** Characters that change how a line looks or reads without being seen. */
const invisible = /\p{Cc}|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/**
 * The text as lines that fit in a comment: no line ends, no control characters or direction marks, and
 * at most `width` characters where there is a space to break at.
 */
export function splitCommentLines(text: string, width: number): string[] {
  return text.split(lineEnd).flatMap((line) => wrap(line.replace(invisible, ' ').trim(), width));
}

function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}
