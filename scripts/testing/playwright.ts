import { readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run, type Result, type TestRun } from './result.ts';

interface Suite {
  title: string;
  suites?: Suite[];
  specs: { title: string; ok: boolean; tests: { status: string }[] }[];
}
const testsOf = ({ title, suites = [], specs }: Suite, around = ''): TestRun[] => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status !== 'skipped'))
    .map((spec) => ({ name: `${around}${title} ${spec.title}`, passed: spec.ok })),
  ...suites.flatMap((suite) => testsOf(suite, `${around}${title} `)),
];

/** Runs the browser tests and counts them. A flaky test counts as failed: none is tried twice. */
export async function playwright(args: string[], env: Record<string, string>): Promise<Result> {
  const file = path.join(os.tmpdir(), `lumino-playwright-${process.pid}.json`);
  const code = await run('playwright', ['test', '--reporter=list,json', ...args], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  try {
    const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'));
    const failed = stats.unexpected + stats.flaky;
    return {
      passed: stats.expected,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      tests: suites.flatMap((suite: Suite) => testsOf(suite)),
    };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(file, { force: true });
  }
}
