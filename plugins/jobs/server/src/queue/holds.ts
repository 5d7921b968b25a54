import type { Sql } from './connection';
import type { Tables } from './own-tables';

/** Stands for every task in the table of holds; no task can be called so. */
export const ALL = '*';

/** A hold is a row in the database: it outlives every process, and holds those that start later. */
export function createHolds(sql: Sql, tables: Tables) {
  const list = async (): Promise<string[]> =>
    (await sql<{ task: string }>(`select task from ${tables.held} order by task`)).map(({ task }) => task);
  return {
    list,

    async hold(task: string | null): Promise<void> {
      await sql(`insert into ${tables.held} (task) values ($1) on conflict do nothing`, [task ?? ALL]);
    },

    async release(task: string | null): Promise<void> {
      await sql(`delete from ${tables.held} where task = $1`, [task ?? ALL]);
    },

    /** @returns whether a task may not be worked on now. */
    async read(): Promise<(task: string) => boolean> {
      const held = new Set(await list());
      return (task) => held.has(ALL) || held.has(task);
    },
  };
}
export type Holds = ReturnType<typeof createHolds>;
