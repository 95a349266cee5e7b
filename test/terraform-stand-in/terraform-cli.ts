import { execFile, execFileSync } from 'node:child_process';
import type { RunningProvider } from './server.ts';

export function hasTerraform(): boolean {
  try {
    execFileSync('terraform', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export interface TerraformRun {
  code: number;
  output: string;
}

/** Runs Terraform in a folder; its providers are the running ones, so that nothing is downloaded. */
export class TerraformCli {
  readonly #environment: NodeJS.ProcessEnv;

  constructor(providers: readonly RunningProvider[]) {
    const reattach = providers.map(({ address, port }) => [
      address,
      {
        Protocol: 'grpc',
        ProtocolVersion: 5,
        Pid: process.pid,
        Test: true,
        Addr: { Network: 'tcp', String: `127.0.0.1:${port}` },
      },
    ]);
    this.#environment = {
      ...process.env,
      TF_REATTACH_PROVIDERS: JSON.stringify(Object.fromEntries(reattach)),
      TF_CLI_CONFIG_FILE: '/dev/null',
      TF_IN_AUTOMATION: '1',
      CHECKPOINT_DISABLE: '1',
    };
  }

  run(folder: string, ...commandLine: readonly string[]): Promise<TerraformRun> {
    return new Promise((resolve) => {
      execFile(
        'terraform',
        commandLine,
        { cwd: folder, env: this.#environment, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
        (error, stdout, stderr) => {
          const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
          resolve({ code, output: code === 0 ? stdout : `${stdout}${stderr}` });
        },
      );
    });
  }
}
