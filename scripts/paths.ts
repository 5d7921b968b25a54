import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '..');
export const CMS = path.join(ROOT, 'cms');
export const SITE = path.join(ROOT, 'site');

/** Everything a running Lumino writes on this machine. `LUMINO_DATA_DIR` moves it, so that tests have their own. */
export const DATA = path.resolve(process.env.LUMINO_DATA_DIR ?? path.join(ROOT, '.data'));
export const LOGS = path.join(DATA, 'logs');
