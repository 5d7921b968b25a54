import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { freePort } from '../../scripts/testing/free-port.ts';
import type { Environment } from './processes.ts';

const secret = () => randomBytes(24).toString('base64url');

/** One statement against a database of the test's server. */
export async function sql<Row = Record<string, unknown>>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** An empty database on the test's server. @returns its address. */
async function newDatabase(): Promise<string> {
  const name = `workshops_${randomBytes(6).toString('hex')}`;
  const url = new URL(process.env.TEST_DATABASE_URL as string);
  await sql(url.href, `create database ${name}`);
  url.pathname = `/${name}`;
  return url.href;
}

/** A database, a port, secrets and a folder of its own, and the test's mail server. */
export const newSurroundings = async (app: string): Promise<Environment> => ({
  PORT: await freePort(),
  DATABASE_URL: await newDatabase(),
  SMTP_PORT: process.env.SMTP_PORT as string,
  CERTIFICATES_DIR: path.join(app, 'certificates', randomBytes(6).toString('hex')),
  STRAPI_TELEMETRY_DISABLED: 'true',
  APP_KEYS: secret(),
  ADMIN_JWT_SECRET: secret(),
  API_TOKEN_SALT: secret(),
  TRANSFER_TOKEN_SALT: secret(),
  JWT_SECRET: secret(),
  ENCRYPTION_KEY: secret(),
});

/** Puts the worker into the application that the README of `jobs` tells people to write. */
export function writeWorker(app: string): void {
  const readme = readFileSync(
    path.join(app, 'node_modules', '@lumino', 'strapi-plugin-jobs', 'README.md'),
    'utf8',
  );
  const script = /```js\n(\/\/ worker\.js\n[\s\S]+?)```/.exec(readme)?.[1];
  if (!script) throw new Error('the README of jobs shows no worker.js');
  writeFileSync(path.join(app, 'worker.js'), script);
}
