import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import { ROOT } from '../paths.ts';

/** What data in the database is signed or encrypted with: without these, a restored centre cannot read what it kept. */
const SECRETS = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'JWT_SECRET',
  'ENCRYPTION_KEY',
  'SITE_SECRET',
  'CREDENTIAL_SEED',
  'SIGNATURE_P12_PASSPHRASE',
];
/** What would be other after a restore without anybody noticing. */
const SHOWN = ['SITE_URL', 'ISSUER_NAME', 'MAIL_FROM', 'MAIL_REPLY_TO'];

export type KeptSettings = Record<string, string>;

/** The settings that go into a backup, which is encrypted. Ports, addresses of this machine and its passwords do not. */
export const settingsToKeep = (env: NodeJS.ProcessEnv = process.env): KeptSettings =>
  Object.fromEntries(
    [...SECRETS, ...SHOWN].flatMap((name) => (env[name] ? [[name, env[name] as string]] : [])),
  );

/** @returns names of settings that are other here than in the backup, secrets first. */
export function differences(kept: KeptSettings, env: NodeJS.ProcessEnv = process.env) {
  const other = (name: string) => kept[name] !== undefined && kept[name] !== env[name];
  return { secrets: SECRETS.filter(other), others: SHOWN.filter(other) };
}

/** Writes the backup's secrets into `.env`; every other line stays as it is. */
export function takeSecrets(kept: KeptSettings, envFile: string): void {
  const secrets = [...SECRETS, 'BACKUP_KEY'].filter((name) => kept[name]);
  const there = existsSync(envFile) ? readFileSync(envFile, 'utf8') : '';
  const isSecret = (line: string) =>
    secrets.some((name) => new RegExp(`^\\s*(export\\s+)?${name}\\s*=`).test(line));
  const lines = there.split('\n').filter((line) => !isSecret(line));
  const written = [
    ...lines.join('\n').trimEnd().split('\n'),
    ...secrets.map((name) => `${name}=${quoted(kept[name] as string)}`),
  ];
  writeFileSync(envFile, `${written.join('\n')}\n`, { mode: 0o600 });
  const read = parse(readFileSync(envFile));
  const lost = secrets.filter((name) => read[name] !== kept[name]);
  if (lost.length > 0) throw new Error(`${path.relative(ROOT, envFile)} could not take ${lost.join(', ')}`);
}

const quoted = (value: string): string => (/^[\w.,:/+=-]*$/.test(value) ? value : `'${value}'`);
