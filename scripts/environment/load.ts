import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bech32 } from '@scure/base';
import { parse } from 'dotenv';
import { Problem } from '../problem.ts';
import { DATA, ROOT } from '../paths.ts';
import { faultyLines } from './parse-env-file.ts';
import { Environment } from './schema.ts';

/** `LUMINO_ENV_FILE` names another one, so that tests have their own. */
export const ENV_FILE = path.resolve(process.env.LUMINO_ENV_FILE ?? path.join(ROOT, '.env'));
const EXAMPLE = path.join(ROOT, '.env.example');

const RANDOM = /^([A-Z_]+)=<random>$/gm;
const withSecret = (name: string): string => {
  const one = () => randomBytes(32).toString('base64url');
  // The form that age wants.
  if (name === 'BACKUP_KEY')
    return `${name}=${bech32.encodeFromBytes('age-secret-key-', randomBytes(32)).toUpperCase()}`;
  return `${name}=${name === 'APP_KEYS' ? [one(), one(), one(), one()].join(',') : one()}`;
};

/**
 * Makes `.env` from the example, its secrets random, readable by its owner alone. One that exists is left as it is, but for
 * secrets that a newer version of Lumino needs: those are written below.
 */
export function ensureEnvFile(): boolean {
  const example = readFileSync(EXAMPLE, 'utf8');
  if (existsSync(ENV_FILE)) {
    const known = parse(readFileSync(ENV_FILE, 'utf8'));
    // A file without them was not made here.
    if (known.APP_KEYS === undefined) return false;
    const missing = [...example.matchAll(RANDOM)]
      .map(([, name]) => name as string)
      .filter((name) => known[name] === undefined && process.env[name] === undefined);
    if (missing.length > 0) appendFileSync(ENV_FILE, `\n${missing.map(withSecret).join('\n')}\n`);
    return false;
  }
  writeFileSync(
    ENV_FILE,
    example.replace(RANDOM, (_, name: string) => withSecret(name)),
    { mode: 0o600, flag: 'wx' },
  );
  return true;
}

/** Secrets are for their owner's eyes. One that somebody else owns, or that is mounted read-only, is looked after there. */
function keepToOwner(): void {
  try {
    chmodSync(ENV_FILE, 0o600);
  } catch (error) {
    if (!['EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

export type Settings = Environment & { SITE_URL: string; CMS_URL: string; CMS_PUBLIC_URL: string };

/**
 * The environment: what is set wins over `.env`, and that over the defaults. Everything is put into `process.env`, for
 * Strapi, Astro and the children.
 * @throws Problem that names each setting that is wrong, and the line of `.env` that is no setting.
 */
export function loadEnvironment(): Settings {
  const text = existsSync(ENV_FILE) ? readFileSync(ENV_FILE, 'utf8') : '';
  const faults = faultyLines(text);
  if (faults.length > 0) {
    throw new Problem(
      faults
        .map(({ line, content }) => `${path.basename(ENV_FILE)}, line ${line}, is no setting: "${content}"`)
        .join('\n  '),
      'Write NAME=value, or put # in front of it; .env.example explains every setting.',
    );
  }
  if (text) keepToOwner();
  for (const [name, value] of Object.entries(parse(text))) process.env[name] ??= value;

  const result = Environment.safeParse(process.env);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Problem(
      `Settings that are not right: ${lines.join('; ')}`,
      'Correct them in .env (or in the environment); .env.example explains every one.',
    );
  }
  const settings = result.data;
  // An address that is not set follows the port.
  const addresses = {
    SITE_URL: process.env.SITE_URL || `http://localhost:${settings.SITE_PORT}`,
    CMS_URL: process.env.CMS_URL || `http://127.0.0.1:${settings.CMS_PORT}`,
    CMS_PUBLIC_URL: process.env.CMS_PUBLIC_URL || `http://localhost:${settings.CMS_PORT}`,
  };
  for (const [name, value] of Object.entries({ ...settings, ...addresses }))
    process.env[name] = String(value);
  process.env.CERTIFICATES_DIR ||= path.join(DATA, 'certificates');
  process.env.STRAPI_TELEMETRY_DISABLED = 'true';
  return { ...settings, ...addresses };
}
