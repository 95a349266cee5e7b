/** Where the command line prints; tests hand in their own. */
export interface Terminal {
  /** Answers. */
  out(text: string): void;
  /** Remarks and errors. */
  err(text: string): void;
  /** Share done, 0–1, of something that takes a while; absent where nobody watches. */
  progress?(label: string, fraction: number): void;
}

/** The streams of this process; each text becomes a line of its own, progress one line that changes. */
export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  ...(process.stderr.isTTY && {
    progress: (label: string, fraction: number) => {
      const end = fraction >= 1 ? '\r\u001b[K' : '';
      process.stderr.write(`\r${label} ${Math.floor(fraction * 100)} %${end}`);
    },
  }),
};
