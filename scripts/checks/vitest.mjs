import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, toolPath } from '../project.mjs';
import { runNode } from '../run-command.mjs';

const reportFile = join(root, 'test-results', 'vitest.json');

/** Runs the test projects named (all without names) and counts from the JSON report. */
export async function checkTests(projects = []) {
  rmSync(reportFile, { force: true });
  const { code } = await runNode(
    [
      toolPath('vitest/vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${reportFile}`,
    ],
    // Bundling before the tests sets it to production, in which React has no act().
    { env: { NODE_ENV: 'test' } },
  );
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, note: 'vitest left no report' };
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  const passed = report.numPassedTests;
  // A file that does not load has no tests to fail, yet must not pass.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
