import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from './cms.ts';

const ROOT = path.join(__dirname, '..', '..');
const MARK = 'OUTSIDE ';

/** Runs one of the scenarios beside this file on a database of its own, in this run's server, and gives what it tells. */
export async function outside(scenario: string): Promise<any> {
  const name = `outside_${scenario.replaceAll('-', '_')}_${process.pid}`;
  await sql(`create database ${name}`);
  const database = new URL(process.env.TEST_DATABASE_URL as string);
  database.pathname = `/${name}`;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-outside-'));
  const child = spawn('node', [path.join('tests', 'integration', 'outside', `${scenario}.ts`)], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: database.href, CERTIFICATES_DIR: folder },
  });
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (out += chunk));
  const code = await new Promise((resolve) => child.on('exit', resolve));
  const told = out.split('\n').find((line) => line.startsWith(MARK));
  if (!told) throw new Error(`${scenario} ended with ${String(code)} and told nothing:\n${out.slice(-4000)}`);
  return { ...JSON.parse(told.slice(MARK.length)), log: out };
}
