import type { Core } from '@strapi/types';
import { REVISION } from '../../../content/count-changes';
import { runSql } from '../../../database/run-sql';

/** Which content there is. See `REVISION`: it goes up whenever a change of content is committed. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Asked of the database at most once for a request, and before the content that is kept by it. */
  async current(): Promise<number> {
    const state = strapi.requestContext.get()?.state as { contentRevision?: number } | undefined;
    if (state?.contentRevision !== undefined) return state.contentRevision;
    const [row] = await runSql<{ revision: string }>(strapi, `select ${REVISION} as revision`);
    const revision = Number(row?.revision);
    if (state) state.contentRevision = revision;
    return revision;
  },

  /** What another statement of this request found out in passing. */
  remember(revision: number): void {
    const state = strapi.requestContext.get()?.state as { contentRevision?: number } | undefined;
    if (state) state.contentRevision = revision;
  },

  /**
   * Changes whenever a page for visitors may look different: with the content, and when a time to enrol begins or ends,
   * which changes no row.
   */
  async ofPages(): Promise<string> {
    const modules: { enrollmentOpensAt?: string; enrollmentClosesAt?: string }[] = await strapi
      .service('api::module.catalog')
      .all('en');
    const now = Date.now();
    const passed = modules
      .flatMap(({ enrollmentOpensAt, enrollmentClosesAt }) => [enrollmentOpensAt, enrollmentClosesAt])
      .filter((at) => at && new Date(at).getTime() <= now).length;
    return `${await this.current()}-${passed}`;
  },
});
