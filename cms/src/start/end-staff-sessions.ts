import type { Core } from '@strapi/types';

/**
 * Sessions of staff end when somebody sets their password or shuts their account, whoever does it and by whatever way
 * (ASVS 7.4.2, 7.4.3): Strapi ends them only where they do it themselves, so a thief would stay in while an
 * administrator helps, and come back with an account that is opened again.
 */
export function endStaffSessions(strapi: Core.Strapi): void {
  strapi.db.lifecycles.subscribe({
    models: ['admin::user'],
    async afterUpdate({ params, result }) {
      const { password, isActive } = params.data ?? {};
      if (password === undefined && isActive !== false) return;
      await strapi.sessionManager('admin').invalidateRefreshToken(String((result as { id: number }).id));
    },
  });
}
