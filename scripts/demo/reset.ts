import type { Core } from '@strapi/types';

/** What a school fills. Tables that link these to others follow by `cascade`; everything else is left alone. */
const EMPTIED = [
  'api::',
  'lesson.',
  'plugin::certificates.',
  'plugin::upload.',
  'plugin::users-permissions.user',
];
/** Workers that run meanwhile go on signing. */
const KEPT = ['plugin::certificates.signing-key'];

/** Empties everything a school fills: content, people, certificates, files and waiting jobs. Settings and administrators stay. */
export async function reset(strapi: Core.Strapi): Promise<void> {
  const files = await strapi.db.query('plugin::upload.file').findMany();
  for (const file of files)
    await strapi
      .plugin('upload')
      .service('upload')
      .remove(file)
      .catch(() => {});

  const tables = [...strapi.db.metadata.values()]
    .filter(({ uid }) => EMPTIED.some((prefix) => uid.startsWith(prefix)) && !KEPT.includes(uid))
    .map(({ tableName }) => tableName);
  await strapi.db.connection.raw(
    `truncate ${tables.map(() => '??').join(', ')} restart identity cascade`,
    tables,
  );
  await strapi.db.connection.raw('truncate pgboss.job cascade').catch(() => {});
  const storage = strapi.plugin('certificates').service('storage');
  for await (const { key } of storage.list()) await storage.remove(key);
  // What was found about files that are gone.
  await strapi.store.delete({ type: 'plugin', name: 'certificates', key: 'inspection' });
}
