import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay, root, toolPath } from '../project.mjs';
import { runCommand } from '../run-command.mjs';

const reportFile = join(root, 'test-results', 'playwright.json');
const resultsFolder = join(root, 'test-results');

/** Always a virtual display where there is Xvfb: a window of known size, and nobody's desktop is used. */
function underXvfb(command) {
  const available = process.platform === 'linux' && existsSync('/usr/bin/xvfb-run');
  if (!available) return command;
  return ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...command];
}

/** Drives the built app in a real Electron window with Playwright. */
export async function checkEndToEnd(electronFolder, playwrightArguments = []) {
  if (electronFolder === undefined) return { passed: 0, failed: 1, note: 'no Electron runtime' };
  const command = underXvfb([
    process.execPath,
    toolPath('@playwright/test/cli.js'),
    'test',
    '--reporter=list,json',
    `--output=${join(resultsFolder, 'playwright')}`,
    ...playwrightArguments,
  ]);
  if (command[0] !== 'xvfb-run' && !hasDisplay())
    return { passed: 0, failed: 1, note: 'no display and no xvfb-run' };
  rmSync(reportFile, { force: true });
  const { code } = await runCommand(command[0], command.slice(1), {
    env: { ELECTRON_OVERRIDE_DIST_PATH: electronFolder, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile },
  });
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, note: 'playwright left no report' };
  const { stats, errors } = JSON.parse(readFileSync(reportFile, 'utf8'));
  const failed = stats.unexpected + errors.length;
  return {
    passed: stats.expected + stats.flaky,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: stats.skipped,
    ...(stats.flaky > 0 ? { note: `${stats.flaky} passed only when run again` } : {}),
  };
}
