import type { Sql } from './connection';
import type { Tables } from './own-tables';
import { DEAD_LETTERS } from './policy';

/** How much of a task there is at this moment. */
export interface Depth {
  task: string;
  /** May run now and is not running. */
  ready: number;
  /** Was enqueued for later. */
  delayed: number;
  active: number;
  /** Failed, and waits for its next try. */
  retrying: number;
  /** Letters that nobody has decided about. */
  dead: number;
  /** How long the oldest ready one could have run already; 0 when none is ready. */
  oldestReadySeconds: number;
}

/**
 * One statement over the waiting and running jobs alone: the index that pg-boss keeps of those serves it.
 *
 * @param tasks are told of also when nothing is there; letters of others as well.
 */
export const readDepths = (sql: Sql, tables: Tables, tasks: string[]): Promise<Depth[]> =>
  sql<Depth>(
    `with live as (
       select name,
         count(*) filter (where state in ('created', 'retry') and start_after <= now())::int as ready,
         count(*) filter (where state = 'created' and start_after > now())::int as delayed,
         count(*) filter (where state = 'active')::int as active,
         count(*) filter (where state = 'retry' and start_after > now())::int as retrying,
         extract(epoch from now() - min(start_after) filter (
           where state in ('created', 'retry') and start_after <= now()))::float8 as oldest
       from ${tables.job}
       where name = any($1) and state in ('created', 'retry', 'active') group by name),
     dead as (
       select source_name as name, count(*)::int as dead from ${tables.job}
       where name = '${DEAD_LETTERS}' and state in ('created', 'retry') and source_name is not null
       group by source_name),
     names as (select unnest($1::text[]) as name union select name from dead)
     select name as task, coalesce(ready, 0) as ready, coalesce(delayed, 0) as delayed, coalesce(active, 0) as active,
       coalesce(retrying, 0) as retrying, coalesce(dead, 0) as dead, coalesce(oldest, 0) as "oldestReadySeconds"
     from names left join live using (name) left join dead using (name) order by name`,
    [tasks],
  );
