import type { Core } from '@strapi/types';
import type { Refusal } from '@lumino/strapi-plugin-certificates/strapi-server';
import type { Locale } from '../../../../shared/contracts/locale';
import type { GradeCertificateOffer, MyModule, MyModulesResponse } from '../../../../shared/contracts/module';
import { GRADES } from '../../../certificates/grades-source';
import { toPicture } from '../../../media/picture';
import type { LessonRow } from '../../module/services/catalog';
import { goOnOf } from '../go-on';
import type { Standing } from './standing';

/** The student's own modules, with progress and mark (S1), and whether the grade certificate can be had (S3). */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async of(studentKey: string, locale: Locale): Promise<MyModulesResponse> {
    const standings: Standing[] = await strapi.service('api::enrollment.standing').all(studentKey);
    const keys = standings.map((standing) => standing.moduleKey);
    const catalog = strapi.service('api::module.catalog');
    const [rows, lessons] = await Promise.all([
      keys.length > 0 ? catalog.rows(locale, { documentId: { $in: keys } }) : [],
      catalog.lessons(keys, locale),
    ]);
    const standingOf = new Map(standings.map((standing) => [standing.moduleKey, standing]));
    const modules: MyModule[] = rows.map((row: any) => {
      const standing = standingOf.get(row.documentId) as Standing;
      const own: LessonRow[] = lessons.filter((lesson: LessonRow) => lesson.moduleKey === row.documentId);
      return {
        code: row.code,
        name: row.name,
        summary: row.summary ?? '',
        cover: toPicture(row.cover),
        progress: {
          done: own.filter((lesson) => standing.done.has(lesson.documentId)).length,
          total: own.length,
        },
        mark: standing.mark,
        maximumMark: Number(row.markMax),
        passMark: Number(row.passMark),
        goOn: goOnOf(own, standing),
        readAt: standing.readAt,
        firstLesson: own[0]?.slug ?? null,
      };
    });
    return { modules, gradeCertificate: await offer(strapi, studentKey) };
  },
});

/** As the rules of certificates decide when it is asked for. A rule that fails must not take the modules away. */
async function offer(strapi: Core.Strapi, studentKey: string): Promise<GradeCertificateOffer> {
  try {
    const refusal: Refusal | null = await strapi
      .plugin('certificates')
      .service('recipients')
      .refusal({ documentId: studentKey }, { kind: 'grade', source: GRADES });
    if (!refusal) return { eligible: true };
    const { reason, rule, details } = refusal;
    const missing = Array.isArray(details.modules) ? details.modules.map(String) : [];
    return { eligible: false, reason, rule: rule?.name ?? null, missing };
  } catch (error) {
    strapi.log.error(`The grade certificate of ${studentKey} cannot be offered: ${(error as Error).message}`);
    return { eligible: false, reason: 'failed', rule: null, missing: [] };
  }
}
