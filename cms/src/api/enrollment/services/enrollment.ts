import type { Core } from '@strapi/types';
import type { EnrollmentOptionsResponse } from '../../../../shared/contracts/enrollment';
import type { Locale } from '../../../../shared/contracts/locale';
import { fieldError } from '../../../http/parse-body';
import { refuse } from '../../../http/refuse';
import { isOpen } from '../../module/enrollment-window';
import type { Standing } from './standing';

const UID = 'api::enrollment.enrollment';

/** Joining and leaving modules (E1–E3). */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async options(studentKey: string, locale: Locale): Promise<EnrollmentOptionsResponse> {
    const [modules, standings] = await Promise.all([
      strapi.service('api::module.catalog').all(locale),
      strapi.service('api::enrollment.standing').all(studentKey) as Promise<Standing[]>,
    ]);
    const standingOf = new Map(standings.map((standing) => [standing.moduleKey, standing]));
    const now = new Date();
    return {
      joinable: modules
        .filter((module: any) => !standingOf.has(module.documentId) && isOpen(module, now))
        .map(({ code, name, summary }: any) => ({ code, name, summary: summary ?? '' })),
      leavable: modules
        .filter((module: any) => standingOf.has(module.documentId))
        .map(({ code, name, documentId }: any) => ({
          code,
          name,
          locked: standingOf.get(documentId)?.mark != null,
        })),
    };
  },

  /** The published modules with these codes. @throws ValidationError `unknown-module` when one is missing. */
  async modulesOf(codes: string[]): Promise<any[]> {
    const wanted = [...new Set(codes)];
    const all: any[] = await strapi.service('api::module.catalog').all('en');
    const modules = all.filter(({ code }) => wanted.includes(code));
    if (modules.length !== wanted.length) throw fieldError('modules', 'unknown-module');
    return modules;
  },

  /**
   * All or nothing. Joining twice, or twice at once, leaves one enrollment: the pair is a unique column, and a row that
   * is there already is no error (E3).
   */
  async join(student: { documentId: string }, codes: string[]): Promise<void> {
    const modules = await this.modulesOf(codes);
    const now = new Date();
    const closed = modules.filter((module) => !isOpen(module, now)).map((module) => module.code);
    if (closed.length > 0)
      throw refuse(409, 'window-closed', `Enrolling is closed for ${closed.join(', ')}`, { modules: closed });

    await strapi.db.transaction(async ({ trx }) => {
      // Two requests of one student queue here, so that neither meets the other's unique key half-way.
      await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
        `enrollment:${student.documentId}`,
      ]);
      for (const module of modules) {
        const pairKey = `${student.documentId}:${module.documentId}`;
        if (await strapi.db.query(UID).count({ where: { pairKey } })) continue;
        await strapi
          .documents(UID)
          .create({ data: { student: student.documentId, module: module.documentId } as never });
      }
    });
  },

  /** All or nothing. @throws 409 `has-mark`: a module with a mark is left by staff only (E2). */
  async leave(student: { documentId: string }, codes: string[]): Promise<void> {
    const modules = await this.modulesOf(codes);
    await strapi.db.transaction(async ({ trx }) => {
      await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
        `enrollment:${student.documentId}`,
      ]);
      const standings: Standing[] = await strapi.service('api::enrollment.standing').all(student.documentId);
      const chosen = standings.filter((standing) =>
        modules.some((module) => module.documentId === standing.moduleKey),
      );
      const marked = modules
        .filter((module) =>
          chosen.some((standing) => standing.moduleKey === module.documentId && standing.mark !== null),
        )
        .map((module) => module.code);
      if (marked.length > 0)
        throw refuse(409, 'has-mark', `${marked.join(', ')} has a mark`, { modules: marked });
      for (const { enrollmentKey } of chosen)
        await strapi.documents(UID).delete({ documentId: enrollmentKey });
    });
  },
});
