import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/types';
import { ROOT } from '../paths.ts';
import { createProgress } from '../progress.ts';
import { coverSvg } from './art.ts';
import { drawingFonts, type PictureStore } from './pictures.ts';

interface Texts {
  name: string;
  summary: string;
  description: string;
}
interface DemoModule {
  code: string;
  teacher: string;
  accent: string;
  en: Texts;
  es: Texts;
}

const SEEDS = path.join(ROOT, 'database', 'seeds', 'modules');
const LOCALES = ['en', 'es'] as const;

/** One module whose enrollment has closed, and one that has not opened, so that both are seen. */
const WINDOWS: Record<string, Record<string, string>> = {
  NET: { enrollmentClosesAt: '2026-06-30T22:00:00Z' },
  BIZ: { enrollmentOpensAt: '2030-01-07T08:00:00Z' },
};

/** Loads the demo modules with the same importer that `npm run import` uses. @returns documentIds by code. */
export async function loadCourses(
  strapi: Core.Strapi,
  teachers: Map<string, string>,
  pictures: PictureStore,
): Promise<Map<string, string>> {
  const codes = readdirSync(SEEDS)
    .filter((name) => existsSync(path.join(SEEDS, name, 'module.json')))
    .sort();
  const progress = createProgress('Modules and lessons');
  const modules = new Map<string, string>();
  let lessons = 0;
  for (const [index, code] of codes.entries()) {
    const folder = path.join(SEEDS, code);
    const demo = JSON.parse(readFileSync(path.join(folder, 'module.json'), 'utf8')) as DemoModule;
    progress.at(index, codes.length, demo.en.name);
    const cover = await pictures.store(
      Buffer.from(coverSvg(code, demo.accent)),
      `cover-${code.toLowerCase()}.svg`,
      '',
    );
    for (const locale of LOCALES) {
      const report = await strapi.service('api::module.course-import' as never).import({
        folder: path.join(folder, locale),
        code: demo.code,
        locale,
        teacherId: teachers.get(demo.teacher),
        texts: demo[locale],
        settings: {
          cover: cover.id,
          markMin: 1,
          markMax: 10,
          passMark: 5,
          certificates: code === 'GIT' ? 'automatic' : 'on-request',
          ...WINDOWS[code],
        },
        fonts: drawingFonts(),
      });
      if (report.problems.length > 0) throw new Error(`${code}: ${JSON.stringify(report.problems)}`);
      modules.set(demo.code, report.moduleId);
      if (locale === 'en') lessons += report.created;
    }
  }
  progress.done(`${modules.size} modules, ${lessons} lessons, each in two languages`);
  return modules;
}
