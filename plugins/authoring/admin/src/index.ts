import { Book } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { readableCells } from './lists/readable-cells';
import { AUTHOR_PERMISSIONS } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import { checklistSidePanel, lessonsSidePanel } from './side-panels';
import en from './translations/en.json';
import es from './translations/es.json';

const TRANSLATIONS: Record<string, Record<string, string>> = { en, es };

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Book,
      intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: en['plugin.name'] },
      Component: () => import('./pages/authoring-pages'),
      permissions: AUTHOR_PERMISSIONS as never,
      position: 3,
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  bootstrap(app: StrapiApp) {
    const contentManager = app.getPlugin('content-manager').apis as {
      addEditViewSidePanel(panels: unknown[]): void;
    };
    contentManager.addEditViewSidePanel([checklistSidePanel, lessonsSidePanel]);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', readableCells as never);
  },

  registerTrads({ locales }: { locales: string[] }) {
    const withPrefix = (words: Record<string, string>): Record<string, string> =>
      Object.fromEntries(Object.entries(words).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));
    return Promise.resolve(
      locales.map((locale) => ({ locale, data: withPrefix(TRANSLATIONS[locale] ?? {}) })),
    );
  },
};
