import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { ModuleSummary } from '../../../shared/contracts/gradebook';
import { SUPER_ADMIN, UID } from '../constants';
import { moduleFromRows, modulesFromRows, type GradedModule, type ModuleRow } from './module-rows';

export interface AdminUser {
  id: number;
  roles?: { code: string }[];
}

const FIELDS = ['documentId', 'code', 'name', 'locale', 'publishedAt', 'markMin', 'markMax', 'passMark'];

const gradesEverything = (user: AdminUser): boolean =>
  (user.roles ?? []).some(({ code }) => code === SUPER_ADMIN);

/** Which modules an admin user may grade: those they teach, all for the super admin (M6). */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const rowsWhere = async (where: Record<string, unknown>): Promise<ModuleRow[]> =>
    (await strapi.db.query(UID.module).findMany({ where, select: FIELDS })) as ModuleRow[];

  const taughtBy = (user: AdminUser) => ({ teacher: { adminUser: { id: user.id } } });

  /** Students and marks of each module, counted by the database: a super admin's list may span every enrollment. */
  async function counts(moduleKeys: string[]): Promise<Map<string, { students: number; graded: number }>> {
    const table = (uid: string): string => strapi.db.metadata.get(uid).tableName;
    const rows: { module_key: string; students: string; graded: string }[] = await strapi.db
      .connection(`${table(UID.enrollment)} as enrollment`)
      .leftJoin(`${table(UID.grade)} as grade`, 'grade.enrollment_key', 'enrollment.document_id')
      .whereIn('enrollment.module_key', moduleKeys)
      .groupBy('enrollment.module_key')
      .select('enrollment.module_key')
      .countDistinct({ students: 'enrollment.document_id' })
      .count({ graded: 'grade.mark' });
    return new Map(
      rows.map((row) => [row.module_key, { students: Number(row.students), graded: Number(row.graded) }]),
    );
  }

  return {
    /** @param locale the language of the names, where a module is translated. */
    async of(user: AdminUser, locale: string): Promise<ModuleSummary[]> {
      const mine = gradesEverything(user) ? {} : taughtBy(user);
      // Two steps: a draft of one language may name the teacher while the name wanted stands in another row.
      const keys = [...new Set((await rowsWhere(mine)).map((row) => row.documentId))];
      if (keys.length === 0) return [];
      const modules = modulesFromRows(await rowsWhere({ documentId: { $in: keys } }), locale);
      const countOf = await counts(keys);
      return modules.map(({ moduleKey, code, name }) => ({
        moduleKey,
        code,
        name,
        ...(countOf.get(moduleKey) ?? { students: 0, graded: 0 }),
      }));
    },

    /** @throws NotFoundError (404) for an unknown module, ForbiddenError (403) for one that the user does not teach. */
    async one(user: AdminUser, moduleKey: string, locale: string): Promise<GradedModule> {
      const rows = await rowsWhere({ documentId: moduleKey });
      if (rows.length === 0) throw new errors.NotFoundError(`There is no module ${moduleKey}`);
      if (!gradesEverything(user)) {
        const taught = await strapi.db
          .query(UID.module)
          .count({ where: { documentId: moduleKey, ...taughtBy(user) } });
        if (taught === 0)
          throw new errors.ForbiddenError('Only the teacher of a module and administrators see its marks');
      }
      return moduleFromRows(rows, locale);
    },
  };
};
