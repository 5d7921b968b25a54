import { Stethoscope } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { READ_PERMISSIONS } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import en from './translations/en.json';
import es from './translations/es.json';

const TRANSLATIONS: Record<string, Record<string, string>> = { en, es };

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Stethoscope,
      intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: en['plugin.name'] },
      Component: () => import('./pages/status-page'),
      permissions: READ_PERMISSIONS as never,
      position: 8,
    });
    const name = { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: en['plugin.name'] };
    // Before Strapi's own: what there is to do comes first.
    app.widgets.register((widgets) => [
      {
        id: 'status',
        pluginId: PLUGIN_ID,
        icon: Stethoscope,
        title: name,
        link: {
          label: { id: `${PLUGIN_ID}.widget.more`, defaultMessage: en['widget.more'] },
          href: `/plugins/${PLUGIN_ID}`,
        },
        component: async () => (await import('./status-widget')).StatusWidget,
        permissions: READ_PERMISSIONS as never,
      },
      ...widgets,
    ]);
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
