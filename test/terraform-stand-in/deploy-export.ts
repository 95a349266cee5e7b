import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ExportedFile } from '../../shared/iac/ir/line-map.ts';
import { buildInputs } from './input-values.ts';
import { startProviders } from './providers.ts';
import { TerraformCli } from './terraform-cli.ts';

/** One resource in `terraform show -json`. */
export interface StateResource {
  address: string;
  mode: 'managed' | 'data';
  type: string;
  values: Record<string, unknown>;
}

export interface Deployment {
  /** What each failed step printed; empty when the export deploys. */
  failures: readonly string[];
  /** Everything that was there after the apply. */
  resources: readonly StateResource[];
  outputs: Readonly<Record<string, unknown>>;
  /** Seconds by step. */
  seconds: Readonly<Record<string, number>>;
}

interface ShownState {
  values?: {
    outputs?: Record<string, { value: unknown }>;
    root_module: { resources?: StateResource[]; child_modules?: { resources?: StateResource[] }[] };
  };
}

function writeProject(folder: string, files: readonly ExportedFile[], inputs: object): void {
  for (const { path, text } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  writeFileSync(join(folder, 'terraform.tfvars.json'), JSON.stringify(inputs));
}

/** The steps of somebody who deploys the export, changes nothing, and takes it down again. */
const steps: readonly (readonly [name: string, ...commandLine: string[]])[] = [
  ['fmt', 'fmt', '-check', '-recursive'],
  ['init', 'init', '-backend=false', '-input=false', '-no-color'],
  ['validate', 'validate', '-no-color'],
  ['plan', 'plan', '-input=false', '-no-color', '-lock=false', '-out=plan.bin'],
  ['apply', 'apply', '-input=false', '-no-color', '-lock=false', 'plan.bin'],
  ['show', 'show', '-json'],
  ['second plan', 'plan', '-input=false', '-no-color', '-lock=false', '-detailed-exitcode'],
  ['destroy', 'destroy', '-auto-approve', '-refresh=false', '-input=false', '-no-color', '-lock=false'],
];

/** Takes an export through every step of Terraform; stops at the first one that fails. */
export async function deployExport(files: readonly ExportedFile[]): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), 'deployed-export-'));
  const seconds: Record<string, number> = {};
  let shown: ShownState = {};
  let failures: string[] = [];
  const providers = await startProviders(files);
  const cli = new TerraformCli(providers);
  try {
    writeProject(folder, files, await buildInputs(files));
    for (const [name, ...commandLine] of steps) {
      const start = performance.now();
      const { code, output } = await cli.run(folder, ...commandLine);
      seconds[name] = (performance.now() - start) / 1000;
      if (code !== 0) {
        failures = [`terraform ${commandLine.join(' ')} ended with ${code}:\n${output}`];
        break;
      }
      if (name === 'show') shown = JSON.parse(output) as ShownState;
    }
  } finally {
    for (const provider of providers) provider.stop();
    rmSync(folder, { recursive: true });
  }
  const root = shown.values?.root_module;
  return {
    failures,
    resources: [
      ...(root?.resources ?? []),
      ...(root?.child_modules ?? []).flatMap((module) => module.resources ?? []),
    ],
    outputs: Object.fromEntries(
      Object.entries(shown.values?.outputs ?? {}).map(([name, { value }]) => [name, value]),
    ),
    seconds,
  };
}
