import { readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run, type Result } from './result.ts';

interface Assertion {
  fullName: string;
  status: string;
}

/** Runs one Jest project and counts its tests; a suite that did not load counts as a failure. */
export async function jest(
  project: string,
  args: string[] = [],
  env: Record<string, string> = {},
): Promise<Result> {
  const file = path.join(os.tmpdir(), `lumino-jest-${process.pid}-${project}.json`);
  const code = await run(
    'jest',
    ['--selectProjects', project, '--json', `--outputFile=${file}`, '--passWithNoTests', ...args],
    env,
  );
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const broken = report.testResults.filter(
      (suite: { status: string; assertionResults: unknown[] }) =>
        suite.status === 'failed' && suite.assertionResults.length === 0,
    ).length;
    const failed = report.numFailedTests + broken;
    return {
      passed: report.numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      tests: report.testResults.flatMap(({ assertionResults }: { assertionResults: Assertion[] }) =>
        assertionResults
          .filter(({ status }) => status === 'passed' || status === 'failed')
          .map(({ fullName, status }) => ({ name: fullName, passed: status === 'passed' })),
      ),
    };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(file, { force: true });
  }
}
