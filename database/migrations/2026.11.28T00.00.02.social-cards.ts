import type { Knex } from 'knex';

/**
 * Pictures of pages for links that are shared: one for each page and language, replaced when what it shows changes. They
 * are kept in the database, which all processes share, because drawing takes time and strangers ask for it.
 */
export async function up(trx: Knex): Promise<void> {
  await trx.schema.createTable('social_cards', (table) => {
    table.text('subject').notNullable();
    table.text('locale').notNullable();
    table.text('hash').notNullable();
    table.binary('png').notNullable();
    table.primary(['subject', 'locale']);
  });
}

export async function down(trx: Knex): Promise<void> {
  await trx.schema.dropTableIfExists('social_cards');
}
