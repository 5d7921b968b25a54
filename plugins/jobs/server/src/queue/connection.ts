import type { Core } from '@strapi/types';
import { PgBoss } from 'pg-boss';
import type { JobsConfig } from '../config';
import { jsonTypes } from './json-types';

/** What a worker is called in pg-boss's registry of processes. */
export const WORKER = 'lumino-worker';
export const ENQUEUER = 'lumino-jobs';

const ROLES = {
  [ENQUEUER]: { max: 4, supervise: false },
  // The worker is also the one that notices dead colleagues, so it needs a supervisor of its own.
  [WORKER]: { max: 8, supervise: true },
};

/** One statement on pg-boss's own connections; timestamps come as `Date`. */
export type Sql = <Row = Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;

export const optionsOf = (strapi: Core.Strapi) => strapi.config.get('plugin::jobs') as JobsConfig;

/** A pg-boss that is not started yet. */
export function connect(strapi: Core.Strapi, role: keyof typeof ROLES): PgBoss {
  const { connectionString, schema } = optionsOf(strapi);
  const made = new PgBoss({
    connectionString,
    schema,
    application_name: role,
    instanceName: role,
    instanceHeartbeatSeconds: 15,
    schedule: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    useListenNotify: true,
    ...ROLES[role],
    ...({ types: jsonTypes } as object),
  });
  made.on('error', (error) => strapi.log.error(`jobs: ${error.message}`));
  made.on('warning', ({ message }) => strapi.log.warn(`jobs: ${message}`));
  return made;
}
