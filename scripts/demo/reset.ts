import { rm } from 'node:fs/promises';
import type { Core } from '@strapi/types';

const KEPT = new Set([
  'admin::',
  'strapi::',
  'plugin::i18n.',
  'plugin::users-permissions.role',
  'plugin::users-permissions.permission',
  'plugin::content-releases.',
  'plugin::review-workflows.',
]);

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
    .filter(({ uid }) => !uid.startsWith('strapi') && ![...KEPT].some((kept) => uid.startsWith(kept)))
    .map(({ tableName }) => tableName);
  await strapi.db.connection.raw(
    `truncate ${tables.map(() => '??').join(', ')} restart identity cascade`,
    tables,
  );
  await strapi.db.connection.raw('truncate pgboss.job cascade').catch(() => {});
  const { storage } = strapi.config.get<{ storage: { directory: string } }>('plugin::certificates');
  await rm(storage.directory, { recursive: true, force: true });
}
