import { SealCheck } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { permissionsFor } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import en from './translations/en.json';
import es from './translations/es.json';

const TRANSLATIONS: Record<string, Record<string, string>> = { en, es };

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: SealCheck,
      intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: en['plugin.name'] },
      Component: () => import('./pages/certificate-pages'),
      permissions: permissionsFor('read') as never,
      position: 4,
    });
    const setting = (
      name: 'settings' | 'gallery' | 'files',
      to: string,
      Component: () => Promise<unknown>,
    ) => ({
      id: `${PLUGIN_ID}-${name}`,
      to,
      intlLabel: { id: `${PLUGIN_ID}.${name}.link`, defaultMessage: en[`${name}.link`] },
      permissions: permissionsFor('settings') as never,
      Component: Component as never,
    });
    app.createSettingSection(
      { id: PLUGIN_ID, intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: en['plugin.name'] } },
      [
        setting('settings', PLUGIN_ID, () => import('./settings/settings-page')),
        // Not below the other one: the menu marks every link whose path the page's begins with.
        setting('gallery', `${PLUGIN_ID}-designs`, () => import('./gallery/gallery-page')),
        setting('files', `${PLUGIN_ID}-files`, () => import('./files/files-page')),
      ],
    );
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  registerTrads({ locales }: { locales: string[] }) {
    const withPrefix = (words: Record<string, string>): Record<string, string> =>
      Object.fromEntries(Object.entries(words).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));
    return Promise.resolve(
      locales.map((locale) => ({ locale, data: withPrefix(TRANSLATIONS[locale] ?? {}) })),
    );
  },
};
