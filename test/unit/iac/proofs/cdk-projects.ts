import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { ExportedFile } from '../../../../shared/iac/ir/line-map.ts';
import { findSecurityErrors, type SecurityFinding } from './security-pack.ts';

/** Folders of this run; set when projects are written. */
let base = '';
let root = '';
let compiled = '';

/** Deletes everything that this run wrote. */
export function removeProjects(): void {
  if (base !== '') rmSync(base, { recursive: true, force: true });
}

/** Writes the projects' files, one folder each. */
export function writeProjects(projects: ReadonlyMap<string, readonly ExportedFile[]>): void {
  base = mkdtempSync(join(tmpdir(), 'exported-cdk-'));
  root = join(base, 'source');
  compiled = join(base, 'compiled');
  // The projects find the packages of this repository through a link.
  symlinkSync(resolve('node_modules'), join(base, 'node_modules'), 'junction');
  for (const folder of [root, compiled]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  }
  for (const [name, files] of projects) {
    for (const { path, text } of files) {
      const code = /^(bin|lib|test)\//.test(path) || path.endsWith('.json');
      // Starter files are read at synthesis, from beside the compiled code.
      for (const folder of code ? [root] : [root, compiled]) {
        const target = join(folder, name, path);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, text);
      }
    }
  }
}

/**
 * Compiles all projects at once with the options of the exported tsconfig.
 * @returns the compiler's messages, empty when it is content
 */
export function compileProjects(): string[] {
  const first = readFileSync(join(root, firstProject(), 'tsconfig.json'), 'utf8');
  const { compilerOptions } = JSON.parse(first) as { compilerOptions: Record<string, unknown> };
  const config = {
    compilerOptions: {
      ...compilerOptions,
      noEmit: false,
      outDir: compiled,
      rootDir: root,
      typeRoots: [resolve('node_modules', '@types')],
    },
    include: ['*/bin', '*/lib', '*/test'],
  };
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(config));
  try {
    execFileSync(resolve('node_modules', '.bin', 'tsc'), ['-p', root], { encoding: 'utf8', stdio: 'pipe' });
    return [];
  } catch (error) {
    const output = (error as { stdout?: string }).stdout ?? String(error);
    return output.split('\n').filter((line) => line.trim() !== '');
  }
}

let projects: string[] = [];

const firstProject = (): string => {
  const [first] = projects;
  if (first === undefined) throw new Error('No project has been written.');
  return first;
};

export interface Template {
  Resources: Record<
    string,
    { Type: string; Properties?: Record<string, unknown>; DependsOn?: string[]; DeletionPolicy?: string }
  >;
  Outputs?: Record<string, unknown>;
  Parameters?: Record<string, { Type: string }>;
}

export interface Synthesis {
  template: Template;
  /** The template's bytes as the library wrote them. */
  text: string;
  /** Findings of the library's own validator: errors, and warnings about values that are not allowed. */
  findings: string[];
  /** Errors of the security rule pack, whether there is a reason for them or not. */
  security: SecurityFinding[];
}

const load = createRequire(import.meta.url);

interface CoreLibrary {
  App: new (options: object) => { synth(): { directory: string } };
}

/** Synthesizes a compiled project in this process, without a network. */
export function synthesize(name: string): Synthesis {
  const core = load('aws-cdk-lib') as CoreLibrary;
  const outdir = join(compiled, name, 'cdk.out');
  const app = new core.App({
    outdir,
    analyticsReporting: false,
    context: { '@aws-cdk/core:validateAgainstDefaultRules': true },
  });
  const source = readFileSync(join(root, name, 'bin', 'app.ts'), 'utf8');
  const [, className = '', path = ''] = /import \{ (\w+) \} from "\.\.\/(lib\/[\w-]+)"/.exec(source) ?? [];
  const id = /new \w+\(app, "([^"]+)"/.exec(source)?.[1] ?? 'Stack';
  const module = load(join(compiled, name, `${path}.js`)) as Record<
    string,
    new (
      scope: object,
      id: string,
    ) => object
  >;
  const Stack = module[className];
  if (!Stack) throw new Error(`${name} exports no ${className}.`);
  new Stack(app, id);
  const findings: string[] = [];
  try {
    runSilently(() => app.synth());
  } catch (error) {
    findings.push(error instanceof Error ? error.message : String(error));
  }
  findings.push(...readReport(join(outdir, 'validation-report.json')));
  const file = join(outdir, `${id}.template.json`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '{"Resources":{}}';
  return { template: JSON.parse(text) as Template, text, findings, security: findSecurityErrors(app) };
}

/** The library prints what it also writes into its report, which is read instead. */
export function runSilently(work: () => void): void {
  const print = console.error;
  console.error = () => undefined;
  try {
    work();
  } finally {
    console.error = print;
  }
}

/** Warnings about what the designer chose and the rules of the app speak of; any other one is a fault. */
const acceptedWarnings: Readonly<Record<string, string>> = {
  W3697: 'The catalogue says which services are in maintenance.',
  W2531: 'The designer chose the runtime; the catalogue says when it ends.',
  W3005: 'The library writes each dependency, redundant ones as well.',
};
const acceptedDescriptions = [
  // The designer opened or left plain a database on purpose; rules of the app warn.
  /PubliclyAccessible|StorageEncrypted/,
];

function isAccepted({ ruleName = '', description = '' }: ReportRule): boolean {
  return (
    Object.keys(acceptedWarnings).some((rule) => ruleName.includes(rule)) ||
    acceptedDescriptions.some((pattern) => pattern.test(description))
  );
}

interface ReportRule {
  ruleName?: string;
  description?: string;
  severity?: string;
  violatingConstructs?: { constructPath?: string; locations?: string[] }[];
}

/** Errors of the report, and warnings that nobody accepted. */
export function readReport(file: string): string[] {
  if (!existsSync(file)) return [];
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    pluginReports?: { violations?: ReportRule[] }[];
  };
  return (report.pluginReports ?? []).flatMap((plugin) =>
    (plugin.violations ?? [])
      .filter((rule) => !/warn|info/i.test(rule.severity ?? '') || !isAccepted(rule))
      .map((rule) => {
        const places = (rule.violatingConstructs ?? []).map((construct) => construct.constructPath);
        return `${rule.ruleName ?? ''} ${rule.description ?? ''} (${places.join(', ')})`;
      }),
  );
}

/** Writes and compiles the projects; call it once before `synthesize`. */
export function prepareProjects(exported: ReadonlyMap<string, readonly ExportedFile[]>): string[] {
  projects = [...exported.keys()];
  writeProjects(exported);
  return compileProjects();
}
