import type { Core } from '@strapi/types';
import type { ModuleCard } from '../../../../shared/contracts/module';
import type { ModuleSearchResponse } from '../../../../shared/contracts/search';
import { asked } from '../asked';
import type { ModuleFilter } from '../module-filter';
import { modulesSql, TEACHERS } from '../modules-sql';

const PER_PAGE = 24;

/** The catalogue, narrowed and page by page; the database does the choosing. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async find(filter: ModuleFilter): Promise<ModuleSearchResponse> {
    const question = await asked(strapi, filter.q);
    const on = async (page: number): Promise<{ document_id: string; total: number }[]> => {
      const { rows } = await strapi.db.connection.raw(modulesSql(filter, question !== null), {
        ...filter,
        ...question?.queries,
        limit: PER_PAGE,
        offset: (page - 1) * PER_PAGE,
      } as never);
      return rows;
    };
    let { page } = filter;
    let rows = await on(page);
    // A page behind the last one is the first one.
    if (rows.length === 0 && page > 1) rows = await on((page = 1));
    const total = rows[0]?.total ?? 0;
    return {
      modules: await this.cards(
        rows.map((row) => row.document_id),
        filter,
      ),
      total,
      page,
      pages: Math.ceil(total / PER_PAGE),
      teachers: await this.teachers(),
    };
  },

  /** Cards of these modules, in this order. */
  async cards(documentIds: string[], { locale }: ModuleFilter): Promise<ModuleCard[]> {
    if (documentIds.length === 0) return [];
    const codes: { document_id: string; code: string }[] = await strapi.db
      .connection('modules')
      .distinct('document_id', 'code')
      .whereIn('document_id', documentIds)
      .whereNotNull('published_at');
    const placeOf = new Map(codes.map((row) => [row.code, documentIds.indexOf(row.document_id)]));
    const cards: ModuleCard[] = await strapi
      .service('api::module.catalog')
      .cards(locale, { documentId: { $in: documentIds } });
    return cards.sort((a, b) => (placeOf.get(a.code) ?? 0) - (placeOf.get(b.code) ?? 0));
  },

  async teachers(): Promise<ModuleSearchResponse['teachers']> {
    const { rows } = await strapi.db.connection.raw(TEACHERS);
    return rows.map(({ slug, displayName }: any) => ({ slug, displayName }));
  },
});
