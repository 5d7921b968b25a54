import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from '../integration/cms.ts';
import { databaseUrl } from './processes.ts';

const ROOT = path.join(__dirname, '..', '..');
const MARK = 'TOLD ';

/**
 * Runs a script beside this file with a database and a folder of its own.
 * @returns what it told: the JSON of its line that begins with `TOLD `.
 */
export async function alone<Told>(script: string, input: object): Promise<Told> {
  const name = `alone_${script.replace(/\W/g, '_')}_${Date.now().toString(36)}`;
  await sql(`create database ${name}`);
  try {
    const child = spawn('node', [path.join('tests', 'faults', script), JSON.stringify(input)], {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl(name),
        CERTIFICATES_DIR: mkdtempSync(path.join(os.tmpdir(), 'lumino-alone-')),
      },
    });
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (out += chunk));
    const code = await new Promise((resolve) => child.on('exit', resolve));
    const told = out.split('\n').findLast((line) => line.startsWith(MARK));
    if (!told) throw new Error(`${script} ended with ${String(code)} and told nothing:\n${out.slice(-4000)}`);
    return JSON.parse(told.slice(MARK.length));
  } finally {
    await sql(`drop database if exists ${name} with (force)`);
  }
}
