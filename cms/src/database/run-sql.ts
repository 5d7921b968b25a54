import type { Core } from '@strapi/types';

/**
 * Runs one statement of our own; `?` are values. Inside of a transaction of Strapi's it runs in that transaction: on a
 * connection of its own it would see something else, and wait for a pool that may be full of those who wait as well.
 */
export async function runSql<Row>(strapi: Core.Strapi, text: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = strapi.db.inTransaction()
    ? await strapi.db.transaction(({ trx }) => trx.raw(text, values as never))
    : await strapi.db.connection.raw(text, values as never);
  return rows;
}
