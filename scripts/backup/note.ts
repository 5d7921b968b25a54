import pg from 'pg';

/** What the monitoring plugin reads (its service `backups`): in Strapi's own store of settings, so that every process sees it. */
export type Noted = 'backup' | 'drill';

/** Notes that a backup, or a drill, went well. A database that Strapi never started on has no place for it. */
export async function note(url: string, what: Noted, facts: Record<string, unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select to_regclass('public.strapi_core_store_settings') is not null as there",
    );
    if (!rows[0].there) return;
    const values = [`plugin_monitoring_${what}`, JSON.stringify(facts)];
    const { rowCount } = await client.query(
      'update public.strapi_core_store_settings set value = $2 where key = $1',
      values,
    );
    if (rowCount === 0)
      await client.query(
        "insert into public.strapi_core_store_settings (key, value, type) values ($1, $2, 'object')",
        values,
      );
  } finally {
    await client.end();
  }
}
