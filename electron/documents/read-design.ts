import { type ParseProblem, parseDesign } from '../../shared/graph/parse-design.ts';
import { type ScanProblem, refusesText, scanJson } from '../../shared/graph/scan-json.ts';
import type { Design } from '../../shared/graph/design.ts';
import { maxDocumentBytes } from '../../shared/ipc/document-channels.ts';
import type { FileProblem } from '../../shared/ipc/reply.ts';
import { Failure } from '../failure.ts';
import { decodeText } from './decode-text.ts';
import type { DocumentFileSystem } from './file-system.ts';
import { type Fingerprint, hashBytes } from './fingerprint.ts';

/** A design that opened, with what the user should know about it. */
export interface ReadDesign {
  text: string;
  design: Design;
  /** Problems that did not stop it from opening. */
  problems: FileProblem[];
  /** Saving over the file could lose something: a newer format, or problems that defaults would hide. */
  readOnly: boolean;
  /** A sentence for the user when readOnly, or when the format was migrated. */
  notice: string | undefined;
}

/**
 * Opens a design file: size, encoding, scan, parse, schema. Throws a Failure that names every problem
 * and its place; the file is only ever read.
 */
export async function readDesignFile(
  fs: DocumentFileSystem,
  path: string,
): Promise<ReadDesign & { fingerprint: Fingerprint }> {
  const facts = await fs.stat(path);
  if (facts === undefined) throw new Failure('not-found', 'The file is not there any more.');
  if (!facts.isFile) throw new Failure('unreadable', 'This is a folder or a device, not a file.');
  if (facts.size > maxDocumentBytes) {
    const size = Math.ceil(facts.size / 1024 / 1024);
    throw new Failure('unreadable', `The file has ${size} MiB; designs may have up to 64 MiB.`);
  }
  const bytes = await fs.read(path);
  const fingerprint = { size: bytes.byteLength, mtimeMs: facts.mtimeMs, sha256: hashBytes(bytes) };
  return { ...readDesignText(decodeText(bytes)), fingerprint };
}

/** The part of the way from text to design; also for templates, the journal and the command line. */
export function readDesignText(text: string): ReadDesign {
  const scanned = scanJson(text);
  const refusing = scanned.filter(refusesText);
  if (refusing.length > 0) throw refuseText(text, refusing);
  const result = parseDesign(JSON.parse(text));
  if (!result.ok) {
    const count = result.problems.length;
    throw new Failure('unreadable', `The file is JSON but no design: ${firstOf(result.problems, count)}`, {
      problems: result.problems,
    });
  }
  const { design, migrated, newer, problems } = result;
  return {
    text,
    design,
    problems: [...scanned, ...problems],
    readOnly: newer || problems.length > 0,
    notice: describeOpened(newer, problems, migrated.length > 0),
  };
}

function describeOpened(
  newer: boolean,
  problems: readonly ParseProblem[],
  migrated: boolean,
): string | undefined {
  if (newer) {
    return 'This file was written by a newer version of Pipewright. It is shown read-only; Save as writes a copy.';
  }
  if (problems.length > 0) {
    const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
    return `The file has ${count}; Save asks for another file. ${firstOf(problems, problems.length)}`;
  }
  return migrated ? 'The file has an older format; saving writes the current one.' : undefined;
}

function firstOf(problems: readonly ParseProblem[], count: number): string {
  const first = problems[0];
  if (first === undefined) return '';
  const where = first.path === '' ? '' : `${first.path}: `;
  return count === 1 ? `${where}${first.message}` : `${where}${first.message} And ${count - 1} more.`;
}

function refuseText(text: string, problems: readonly ScanProblem[]): Failure {
  const first = problems[0];
  const conflict = /^(<{7}|={7}|>{7}) ?/m.test(text);
  if (conflict) {
    return new Failure('unreadable', 'The file holds the marks of an unfinished merge (<<<<<<<).', {
      advice: 'Finish the merge in a text editor, then open it again.',
      problems: [...problems],
    });
  }
  const seems = guessFormat(text);
  const place = first === undefined ? '' : ` Line ${first.line}, column ${first.column}: ${first.message}.`;
  const isSyntax = first?.kind === 'syntax';
  const what = isSyntax ? `The file is not valid JSON${seems}.` : 'The file cannot be opened safely.';
  return new Failure('unreadable', `${what}${place}`, { problems: [...problems] });
}

function guessFormat(text: string): string {
  const start = text.trimStart().slice(0, 200);
  if (/^<(!doctype|html|\?xml|svg|mxfile|[a-z])/i.test(start)) return '; it seems to be HTML or XML';
  if (/^(AWSTemplateFormatVersion|Resources|---|[A-Za-z_][\w-]*:\s)/.test(start))
    return '; it seems to be YAML';
  if (/^(resource|provider|terraform|variable|module)\s/.test(start)) return '; it seems to be Terraform';
  if (/^(import|export|const|function)\s/.test(start)) return '; it seems to be program code';
  return '';
}
