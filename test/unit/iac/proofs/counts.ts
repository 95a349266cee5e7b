import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['PIPEWRIGHT_EXPORT_COUNTS'];

/**
 * Adds up what a proof looked at, and writes it where `npm run test:export` asks for it: a proof that
 * looked at nothing must not pass for one that found nothing.
 */
export class ProofCounts {
  readonly #file: string;
  readonly #counts: Record<string, Record<string, number>> = {};

  constructor(file: string) {
    this.#file = file;
  }

  add(proof: string, what: string, amount = 1): void {
    const ofProof = (this.#counts[proof] ??= {});
    ofProof[what] = (ofProof[what] ?? 0) + amount;
  }

  /** @param more anything else that the script prints, such as what was exercised */
  write(more: object = {}): void {
    if (folder === undefined || folder === '') return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${this.#file}.json`), JSON.stringify({ counts: this.#counts, ...more }));
  }
}
