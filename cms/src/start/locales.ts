import type { Core } from '@strapi/types';

const NAMES = { en: 'English (en)', es: 'Spanish (es)' } as const;

/** Both languages of Lumino exist in the admin from the first start. */
export async function ensureLocales(strapi: Core.Strapi): Promise<void> {
  const locales = strapi.plugin('i18n').service('locales');
  for (const [code, name] of Object.entries(NAMES)) {
    if (!(await locales.findByCode(code))) await locales.create({ code, name });
  }
}
