import { ChartCircle, Clock, Mail, Pencil, PresentationChart, SealCheck } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import {
  AUTHOR_ACTION,
  CERTIFICATES_ACTION,
  DELIVERIES_ACTION,
  GRADE_ACTION,
  HEALTH_ACTION,
} from '../../shared/permissions';
import { permissionsFor } from './permissions';
import { PLUGIN_ID } from './plugin-id';
import en from './translations/en.json';
import es from './translations/es.json';

const TRANSLATIONS: Record<string, Record<string, string>> = { en, es };

const widget = (
  id: string,
  icon: typeof Clock,
  action: string,
  component: () => Promise<React.ComponentType>,
) => ({
  id,
  icon,
  component,
  pluginId: PLUGIN_ID,
  title: { id: `${PLUGIN_ID}.${id}.title`, defaultMessage: en[`${id}.title` as keyof typeof en] },
  permissions: permissionsFor(action),
});

const WIDGETS = [
  widget(
    'teaching',
    PresentationChart,
    GRADE_ACTION,
    async () => (await import('./widgets/teaching-widget')).TeachingWidget,
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
  ),
  widget('mail', Mail, DELIVERIES_ACTION, async () => (await import('./widgets/mail-widget')).MailWidget),
  widget(
    'certificates',
    SealCheck,
    CERTIFICATES_ACTION,
    async () => (await import('./widgets/certificates-widget')).CertificatesWidget,
  ),
  widget(
    'health',
    ChartCircle,
    HEALTH_ACTION,
    async () => (await import('./widgets/health-widget')).HealthWidget,
  ),
];

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    // Before Strapi's own: what there is to do comes first.
    app.widgets.register((widgets) => [...WIDGETS, ...widgets]);
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
