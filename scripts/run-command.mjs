import { spawn } from 'node:child_process';
import { root } from './project.mjs';

/**
 * Runs a program and waits for it; its output goes straight to the terminal unless `capture` is set.
 * Never rejects for a failing program: look at `code`.
 */
export function runCommand(command, args, { capture = false, env = {}, cwd = root, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === 'win32' && command === 'npm',
    });
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    // Whoever ends this script means the program it runs.
    const endChild = (signal) => child.kill(signal);
    const signals = ['SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, endChild);
    const finish = (result) => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, endChild);
      resolve(result);
    };
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => finish({ code: 127, output: error.message }));
    child.on('close', (code, signal) => finish({ code: code ?? 128, output, signal }));
  });
}

/** Like runCommand, but a failing program is an error. */
export async function run(command, args, options) {
  const { code, output } = await runCommand(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} failed with code ${code}\n${output}`);
  return output;
}

/** Runs a Node script with this Node. */
export function runNode(args, options) {
  return runCommand(process.execPath, args, options);
}
