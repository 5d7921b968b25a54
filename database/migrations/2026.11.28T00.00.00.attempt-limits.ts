import type { Knex } from 'knex';

/**
 * Where attempts are counted, with the columns that rate-limiter-flexible's store for PostgreSQL writes by position. No
 * content type: Strapi would give it columns of its own. Strapi's schema sync leaves tables alone that it never knew.
 */
export async function up(trx: Knex): Promise<void> {
  await trx.raw(
    'create table if not exists attempt_limits (key varchar(255) primary key, points integer not null default 0, expire bigint)',
  );
  await trx.raw('create index if not exists lumino_attempt_limits_expire on attempt_limits (expire)');
}

export async function down(trx: Knex): Promise<void> {
  await trx.raw('drop table if exists attempt_limits');
}
