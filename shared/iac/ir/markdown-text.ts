/** Text of a designer inside Markdown: on one line, with nothing that Markdown would act on. */
export function printMarkdownText(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~$&]/g, (character) => `\\${character}`)
    .trim();
}
