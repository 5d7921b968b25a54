import type { Core } from '@strapi/types';
import { previewTarget } from '../preview-target';

const TYPES: Record<string, string> = { 'api::module.module': 'module', 'api::lesson.lesson': 'lesson' };

/** Where the admin's preview button leads: asked by Strapi's preview feature (`config/admin.ts`). */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * An address of the site, which sends the browser on to fetch a ticket. Undefined, and so no button, for anything that has
   * no page there and for whom it is not open to.
   */
  async of(
    uid: string,
    { documentId, locale, status }: { documentId?: string; locale?: string | null; status?: string },
  ): Promise<string | undefined> {
    const user = strapi.requestContext.get()?.state?.user as { id?: number } | undefined;
    const type = TYPES[uid];
    if (!type || !user?.id) return undefined;
    const target = await previewTarget(strapi, String(user.id), { uid, documentId, locale, status });
    if (!target) return undefined;
    const query = new URLSearchParams({
      type,
      id: documentId ?? '',
      locale: target.language,
      status: target.version,
    });
    return `${strapi.config.get<string>('site.url')}/preview/start?${query}`;
  },
});
