import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { mayAtAll, onContent } from '../bounds/permitted-rows';

const SUPER_ADMIN = 'strapi-super-admin';

/**
 * Opens a relation to who may read what it hangs on and, with `target`, what could be chosen for it. Strapi lists and counts
 * the keys of what can be chosen for anybody, and breaks (500) where what it hangs on is not the user's to read.
 */
export default (ctx: any, { target }: { target: boolean }, { strapi }: { strapi: Core.Strapi }): boolean => {
  const { model, targetField } = ctx.params;
  const contentType: any = strapi.contentTypes[model as never];
  const attributes = (contentType ?? strapi.components[model as never])?.attributes;
  const isSuperAdmin = ctx.state.user.roles.some(({ code }: { code: string }) => code === SUPER_ADMIN);
  const asked = [contentType && model, target && attributes?.[targetField]?.target].filter(Boolean);
  const ability = ctx.state.userAbility;
  if (isSuperAdmin || asked.every((uid) => mayAtAll(ability, onContent('read'), uid))) return true;
  throw new errors.ForbiddenError('These are not yours to see');
};
