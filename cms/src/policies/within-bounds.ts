import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import {
  type Ability,
  type ContentAction,
  mayAtAll,
  onContent,
  outOfBounds,
  permittedRows,
} from '../bounds/permitted-rows';

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

/**
 * Refuses (403) what names a document that a condition keeps from this user, wherever the request names it. Some of
 * Strapi's routes ask only whether the user may do such a thing at all.
 */
export default async (
  ctx: any,
  config: { action: ContentAction },
  { strapi }: { strapi: Core.Strapi },
): Promise<boolean> => {
  const action = onContent(config.action);
  const ability = ctx.state.userAbility as Ability;
  const { model, id, sourceId } = ctx.params;
  // Who may not at all is told so by the route itself.
  if (!strapi.contentTypes[model as never] || !mayAtAll(ability, action, model)) return true;
  const where = permittedRows(strapi, ability, action, model);
  // A policy's context has what hangs on the request itself, and no more.
  const { query, body } = ctx.request;
  const named = [id, sourceId, query.documentIds, query.documentId, body?.documentIds].flatMap(listOf);
  if (!where || named.length === 0) return true;
  const foreign = await outOfBounds(strapi, where, model, [...new Set(named)]);
  if (foreign.length > 0) throw new errors.ForbiddenError('This is not yours');
  return true;
};
