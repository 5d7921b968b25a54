import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import { homeOf, type Home } from './home.ts';

const command = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) => text.split(/\s+/).filter(Boolean));
const port = (fallback: number) => z.coerce.number().int().min(1).max(65_000).default(fallback);

const Settings = z.object({
  /** How many processes of each kind serve at the same time. */
  DEPLOY_PROCESSES: z.coerce
    .number()
    .int()
    .min(1, 'must be from 1 to 9')
    .max(9, 'must be from 1 to 9')
    .default(1),
  DEPLOY_SYSTEMCTL: command('sudo systemctl'),
  /** Says whether nginx understands its configuration. */
  DEPLOY_NGINX_TEST: command('sudo nginx -t -q'),
  DEPLOY_NGINX_RELOAD: command('sudo systemctl reload nginx'),
  /** Where nginx answers on this machine alone; what is asked there goes to the processes that serve. */
  DEPLOY_FRONT: z.url().default('http://127.0.0.1:8090'),
  // The first of each kind; see portsOf.
  CMS_PORT: port(1337),
  SITE_PORT: port(4321),
  MONITORING_PORT: port(9500),
  WORKER_MONITORING_PORT: port(9540),
});
export type ReleaseSettings = z.infer<typeof Settings> & { home: Home };

/**
 * What deploy and rollback need to know: from the environment, then from `shared/.env` of the home.
 * @throws Problem where there is no home, or a setting is wrong
 */
export function readReleaseSettings(folder: string | undefined): ReleaseSettings {
  const home = homeOf(folder ?? process.env.LUMINO_HOME ?? '/srv/lumino');
  const file = path.join(home.shared, '.env');
  if (!existsSync(file))
    throw new Problem(
      `There is no ${file}.`,
      'Set the server up first (config/debian/set-up.sh), or name its folder: --home /srv/lumino',
    );
  const known = Object.fromEntries(
    Object.entries({ ...parse(readFileSync(file, 'utf8')), ...process.env }).filter(
      ([, value]) => value !== '',
    ),
  );
  const result = Settings.safeParse(known);
  if (!result.success)
    throw new Problem(
      `Settings that are not right: ${result.error.issues.map(({ path: at, message }) => `${at.join('.')} ${message}`).join('; ')}`,
      `Correct them in ${file}.`,
    );
  return { ...result.data, home };
}
