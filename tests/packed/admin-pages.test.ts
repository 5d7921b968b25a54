import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './foreign-app.ts';

jest.setTimeout(600_000);
const APP = process.env.PACKED_APP as string;

const somethingSays = (folder: string, words: string): boolean =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((file) => /\.m?js$/.test(file))
    .some((file) => readFileSync(path.join(folder, file), 'utf8').includes(words));

/** What every import leads to is there; Strapi's own admin, which needs more than a bundler, is left out. */
it('the pages of the admin find whatever they import, in an application that has only the package', () => {
  const out = mkdtempSync(path.join(os.tmpdir(), 'lumino-admin-'));
  try {
    const entry = 'node_modules/@lumino/strapi-plugin-certificates/dist/admin/index.mjs';
    run(APP, path.join(APP, 'node_modules', '.bin', 'esbuild'), [
      entry,
      '--bundle',
      '--format=esm',
      `--outdir=${out}`,
      '--external:@strapi/strapi/admin',
      '--log-level=warning',
    ]);
    expect(somethingSays(out, 'plugin::certificates.revoke')).toBe(true);
  } finally {
    rmSync(out, { recursive: true });
  }
});

// A minute and more: for whoever asks for all of it.
if (process.env.PACKED_FULL === '1')
  it('`strapi build` puts them into the application’s own admin', () => {
    run(APP, path.join(APP, 'node_modules', '.bin', 'strapi'), ['build'], { NODE_ENV: 'production' });
    expect(somethingSays(path.join(APP, 'dist', 'build'), 'plugin::certificates.revoke')).toBe(true);
  });
