import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'dotenv';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-env-'));
  file = path.join(folder, '.env');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** In a process of its own, without the settings of this one. */
function ensure(): Record<string, string> {
  const env = { PATH: process.env.PATH, LUMINO_ENV_FILE: file };
  const script = "(await import('./scripts/environment/load.ts')).ensureEnvFile()";
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    ...{ env: env as never, encoding: 'utf8' },
  });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return parse(readFileSync(file));
}

describe('the file .env', () => {
  it('is made with secrets of its own, for its owner alone', () => {
    const made = ensure();
    expect(made.SITE_SECRET).toMatch(/^[\w-]{43}$/);
    // A token of one kind must be worth nothing as another (ASVS 9.2.3).
    const { SITE_SECRET, JWT_SECRET, ADMIN_JWT_SECRET, ENCRYPTION_KEY } = made;
    expect(new Set([SITE_SECRET, JWT_SECRET, ADMIN_JWT_SECRET, ENCRYPTION_KEY]).size).toBe(4);
    expect(made.APP_KEYS?.split(',')).toHaveLength(4);
    expect(made.BACKUP_KEY).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('gets the secrets that a newer version needs, once, and keeps all else as it was', () => {
    const { SITE_SECRET: _, ...older } = ensure();
    writeFileSync(
      file,
      `# mine\n${Object.entries(older)
        .map(([name, value]) => `${name}='${value}'`)
        .join('\n')}\n`,
    );
    const { SITE_SECRET: added, ...rest } = ensure();
    expect(added).toMatch(/^[\w-]{43}$/);
    expect(rest).toEqual(older);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^# mine\n/);
    ensure();
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('is left alone when it was not made by Lumino', () => {
    writeFileSync(file, 'CMS_PORT=1337\n');
    ensure();
    expect(readFileSync(file, 'utf8')).toBe('CMS_PORT=1337\n');
  });
});
