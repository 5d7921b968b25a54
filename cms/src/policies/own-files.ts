import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { type Ability, permittedRows } from '../bounds/permitted-rows';

const FILE = 'plugin::upload.file';
const UPDATE = 'plugin::upload.assets.update';

/**
 * Refuses (403) to move or delete files and folders with files that a condition keeps from this user: what the media
 * library does with many at once, it does without asking.
 */
export default async (ctx: any, _config: unknown, { strapi }: { strapi: Core.Strapi }): Promise<boolean> => {
  const where = permittedRows(strapi, ctx.state.userAbility as Ability, UPDATE, FILE);
  if (!where) return true;
  const { fileIds = [], folderIds = [] } = ctx.request.body ?? {};
  const folders = await strapi.db.query('plugin::upload.folder').findMany({
    where: { id: { $in: [...folderIds, ctx.params.id].filter((id) => id !== undefined) } },
    select: ['path'],
  });
  const named = {
    $or: [
      { id: { $in: fileIds } },
      ...folders.flatMap(({ path }) => [{ folderPath: path }, { folderPath: { $startsWith: `${path}/` } }]),
    ],
  };
  const files = strapi.db.query(FILE);
  const all = await files.count({ where: named });
  const own = await files.count({ where: { $and: [named, where] } });
  if (own < all) throw new errors.ForbiddenError('Some of these files are not yours');
  return true;
};
