import type { PgBoss } from 'pg-boss';
import type { Sql } from './connection';
import type { Tables } from './own-tables';
import { DEAD_LETTERS } from './policy';

type Payload = Record<string, string | number | boolean | null>;

/** Work that was given up, as a person sees it. */
export interface DeadLetter {
  /** Of the letter, not of the job it was. */
  id: string;
  task: string;
  key: string | null;
  payload: Payload;
  /** The last error's message, or what became of the last try. */
  reason: string;
  failedAt: Date;
  tries: number;
}

/**
 * - `retried`: it waits in its own queue again, and the letter is gone.
 * - `live`: work with the same key waits or runs already; the letter stays.
 * - `unknown`: there is no such letter, perhaps since somebody else has retried it.
 */
export type Retried = 'retried' | 'live' | 'unknown';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const COLUMNS = `id, source_name as task, singleton_key as key, data as payload, created_on as "failedAt",
  coalesce(source_retry_count, 0) + 1 as tries,
  coalesce(source_output ->> 'message', source_output -> 'value' ->> 'message', source_output ->> 'value', '') as reason`;
/** A letter waits, as pg-boss sees it, and nobody ever fetches it: so it stays until a person has decided. */
const WAITS = `name = '${DEAD_LETTERS}' and state in ('created', 'retry') and source_name is not null`;

export function createDeadLetters(boss: () => PgBoss, sql: Sql, tables: Tables) {
  const isThere = async (id: string): Promise<boolean> =>
    (await sql(`select from ${tables.job} where ${WAITS} and id = $1`, [id])).length > 0;

  return {
    /**
     * The newest first.
     *
     * @param after id of the last letter of the page before, or a letter that has gone since: then nothing is left out.
     */
    async list({ limit = 100, after }: { limit?: number; after?: string } = {}): Promise<DeadLetter[]> {
      if (after !== undefined && !UUID.test(after)) return [];
      return sql<DeadLetter>(
        `with anchor as (select created_on, id from ${tables.job} where name = '${DEAD_LETTERS}' and id = $2::uuid)
         select ${COLUMNS} from ${tables.job}
         where ${WAITS} and (not exists (select from anchor) or (created_on, id) < (select created_on, id from anchor))
         order by created_on desc, job.id desc limit $1`,
        [limit, after ?? null],
      );
    },

    /** Whether work with this key was given up and nobody has decided about it yet. */
    async has(task: string, key: string): Promise<boolean> {
      const rows = await sql(
        `select from ${tables.job} where ${WAITS} and source_name = $1 and singleton_key = $2 limit 1`,
        [task, key],
      );
      return rows.length > 0;
    },

    async retry(id: string): Promise<Retried> {
      if (!UUID.test(id)) return 'unknown';
      const transaction = await boss().getDb().beginTransaction?.();
      if (!transaction) throw new Error('jobs: the database has no transactions');
      const { db } = transaction;
      try {
        // Whoever asks at the same time waits here, and then finds it gone.
        const { rows } = await db.executeSql(
          `select from ${tables.job} where ${WAITS} and id = $1 for update`,
          [id],
        );
        if (rows.length === 0) {
          await transaction.rollback();
          return 'unknown';
        }
        const moved = await boss().redrive(DEAD_LETTERS, { ids: [id], limit: 1, db });
        if (moved === 1) {
          await transaction.commit();
          return 'retried';
        }
      } catch (error) {
        await transaction.rollback();
        throw error;
      }
      // pg-boss marks a letter that it could not move as failed, which hides it and deletes it some days later.
      await transaction.rollback();
      return 'live';
    },

    /** @returns whether there was such a letter. */
    async discard(id: string): Promise<boolean> {
      if (!UUID.test(id) || !(await isThere(id))) return false;
      await boss().deleteJob(DEAD_LETTERS, id);
      return true;
    },

    /**
     * Tells each task of its letters that it has not heard of: at least once each, and again when the telling fails.
     *
     * @param tell returns false where the task is not known here.
     */
    async tell(
      tell: (letter: DeadLetter) => Promise<boolean>,
      failed: (letter: DeadLetter, error: Error) => void,
    ): Promise<void> {
      const letters = await sql<DeadLetter>(
        `select ${COLUMNS} from ${tables.job} where ${WAITS}
         and not exists (select from ${tables.told} where letter_id = job.id) order by created_on limit 500`,
      );
      for (const letter of letters) {
        try {
          if (await tell(letter))
            await sql(`insert into ${tables.told} (letter_id) values ($1) on conflict do nothing`, [
              letter.id,
            ]);
        } catch (error) {
          failed(letter, error as Error);
        }
      }
    },
  };
}
export type DeadLetters = ReturnType<typeof createDeadLetters>;
