import { Clock, Mail, Pencil, PresentationChart, SealCheck } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import {
  AUTHOR_ACTION,
  CERTIFICATES_ACTION,
  DELIVERIES_ACTION,
  GRADE_ACTION,
} from '../../shared/permissions';
import { permissionsFor } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import { strapisWidgets } from './strapis-widgets';
import en from './translations/en.json';
import es from './translations/es.json';

const TRANSLATIONS: Record<string, Record<string, string>> = { en, es };

const words = (key: keyof typeof en) => ({ id: `${PLUGIN_ID}.${key}`, defaultMessage: en[key] });

/** @param more where its link leads; its words are `<id>.more` */
const widget = (
  id: 'teaching' | 'activity' | 'writing' | 'mail' | 'certificates',
  icon: typeof Clock,
  action: string,
  component: () => Promise<React.ComponentType>,
  more?: string,
) => ({
  id,
  icon,
  component,
  pluginId: PLUGIN_ID,
  title: words(`${id}.title`),
  ...(more ? { link: { label: words(`${id}.more` as keyof typeof en), href: more } } : {}),
  permissions: permissionsFor(action),
});

const WIDGETS = [
  widget(
    'teaching',
    PresentationChart,
    GRADE_ACTION,
    async () => (await import('./widgets/teaching-widget')).TeachingWidget,
    '/plugins/gradebook',
  ),
  widget(
    'activity',
    Clock,
    GRADE_ACTION,
    async () => (await import('./widgets/activity-widget')).ActivityWidget,
  ),
  widget(
    'writing',
    Pencil,
    AUTHOR_ACTION,
    async () => (await import('./widgets/writing-widget')).WritingWidget,
    '/plugins/authoring',
  ),
  widget(
    'mail',
    Mail,
    DELIVERIES_ACTION,
    async () => (await import('./widgets/mail-widget')).MailWidget,
    '/plugins/deliveries',
  ),
  widget(
    'certificates',
    SealCheck,
    CERTIFICATES_ACTION,
    async () => (await import('./widgets/certificates-widget')).CertificatesWidget,
    '/plugins/certificates',
  ),
];

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    // Before Strapi's own: what there is to do comes first.
    app.widgets.register((widgets) => [...WIDGETS, ...strapisWidgets(widgets)]);
  },

  registerTrads({ locales }: { locales: string[] }) {
    const withPrefix = (words: Record<string, string>): Record<string, string> =>
      Object.fromEntries(Object.entries(words).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));
    return Promise.resolve(
      locales.map((locale) => ({
        locale,
        data: withPrefix(TRANSLATIONS[locale] ?? {}),
      })),
    );
  },
};
