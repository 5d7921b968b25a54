import { WORKER, type Sql } from './connection';
import type { Tables } from './own-tables';

/** A process that works, as it was last heard of. */
export interface WorkerProcess {
  id: string;
  host: string;
  pid: number;
  startedAt: Date;
  seenAt: Date;
}

/**
 * The workers that were heard of in the last two minutes and did not end in good order. pg-boss writes each process's
 * row every 15 s, and a worker removes those of yesterday; the time is the database's, so that no machine's clock matters.
 */
export const readWorkers = (sql: Sql, tables: Tables): Promise<WorkerProcess[]> =>
  sql<WorkerProcess>(
    `select id, host, pid, started_on as "startedAt", heartbeat_on as "seenAt" from ${tables.instance}
     where name = $1 and stopped_on is null and heartbeat_on > now() - interval '2 minutes'
     order by started_on, id`,
    [WORKER],
  );
