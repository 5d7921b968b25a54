import type { Core } from '@strapi/types';
import type { Locale } from '../../../../shared/contracts/locale';
import type { MyModule, MyModulesResponse } from '../../../../shared/contracts/module';
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
      catalog.all(locale) as Promise<any[]>,
      catalog.lessons(keys, locale),
    ]);
    const standingOf = new Map(standings.map((standing) => [standing.moduleKey, standing]));
    const modules: MyModule[] = rows.flatMap((row) => {
      const standing = standingOf.get(row.documentId);
      if (!standing) return [];
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
    return {
      modules,
      gradeCertificate: await strapi.service('api::enrollment.certificate-offer').grade(studentKey),
    };
  },
});
