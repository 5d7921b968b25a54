import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../paths.ts';
import type { Result } from '../testing/result.ts';
import { judge, type Allowed } from './judge.ts';

const ALLOWED = path.join(import.meta.dirname, 'allowed.json');

/** Asks what is known of the packages that run. Skipped, and says so, where the registry does not answer such questions. */
export function audit(): Promise<Result> {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev', '--audit-level=none'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, npm_config_audit: 'true' },
    maxBuffer: 64e6,
  });
  const report = JSON.parse(stdout || '{}');
  if (!report.vulnerabilities) {
    console.log(
      `skipped: the registry does not tell what is known of packages (${report.message ?? 'no answer'})`.replace(
        /https?:\S+/g,
        'its address',
      ),
    );
    return Promise.resolve({ passed: 0, failed: 0 });
  }
  const allowed: Allowed[] = JSON.parse(readFileSync(ALLOWED, 'utf8'));
  const { open, stale } = judge(report, allowed, new Date().toISOString().slice(0, 10));
  for (const sentence of open) console.error(`✗ ${sentence}`);
  for (const sentence of stale) console.error(`! ${sentence}`);
  console.log(`${allowed.length} allowed in scripts/audit/allowed.json, each with its reason`);
  return Promise.resolve({ passed: open.length === 0 ? 1 : 0, failed: open.length });
}
