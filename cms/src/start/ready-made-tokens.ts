import type { Core } from '@strapi/types';

/**
 * Strapi makes two API tokens when it first starts without users, one of them with every right. Nobody asked for them:
 * tokens are an administrator's to make.
 */
export async function removeReadyMadeTokens(strapi: Core.Strapi): Promise<void> {
  if ((await strapi.db.query('admin::user').count()) > 0) return;
  const tokens = await strapi.db.query('admin::api-token').findMany({ where: { lastUsedAt: null } });
  for (const { id } of tokens) await strapi.service('admin::api-token-content-api').revoke(id);
}
