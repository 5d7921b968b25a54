import type { Core, UID } from '@strapi/types';
import { errors } from '@strapi/utils';
import { type Ability, mayAtAll, onContent, permittedRows } from './permitted-rows';

const ACTION_OF: Record<string, string> = {
  create: onContent('create'),
  clone: onContent('create'),
  update: onContent('update'),
};

/**
 * Whoever is bound to some documents by a condition must not write one that lies outside: Strapi asks the condition
 * before a change, of the document as it was, and never of a new one (a lesson in somebody else's module). Here what was
 * written is looked at, and taken back where it is out of bounds. Only for the admin's own pages for content: the gradebook
 * and others of ours ask for themselves.
 */
export function keepWritesWithinBounds(strapi: Core.Strapi): void {
  strapi.documents.use(async (call, next) => {
    const action = ACTION_OF[call.action];
    const request = strapi.requestContext.get();
    const ability = request?.state?.userAbility as Ability | undefined;
    if (!action || !ability || !request?.path.startsWith('/content-manager/')) return next();
    // What else is written along with it, for instance by rules, is not what the user asked for.
    if (request.params?.model !== call.uid || !mayAtAll(ability, action, call.uid)) return next();
    const where = permittedRows(strapi, ability, action, call.uid);
    if (!where) return next();
    return strapi.db.transaction(async () => {
      const written = (await next()) as { id: number; entries?: { id: number }[] };
      const ids = written.entries?.map(({ id }) => id) ?? [written.id];
      const within = await strapi.db
        .query(call.uid as UID.ContentType)
        .count({ where: { $and: [{ id: { $in: ids } }, where] } });
      if (within < ids.length) throw new errors.ForbiddenError('This would not be yours');
      return written as never;
    }) as never;
  });
}
