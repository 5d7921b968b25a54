import type { Locale } from '../contracts/locale';

/** Words for the values of enumerations: Strapi asks for them by the value. */
export const CHOICES: Readonly<Record<string, Record<Locale, string>>> = {
  active: { en: 'Active', es: 'Activa' },
  suspended: { en: 'Suspended', es: 'Suspendida' },
  automatic: { en: 'By itself', es: 'Automático' },
  'on-request': { en: 'When they ask', es: 'A petición' },
  off: { en: 'None', es: 'Ninguno' },
  note: { en: 'Note', es: 'Nota' },
  tip: { en: 'Tip', es: 'Consejo' },
  important: { en: 'Important', es: 'Importante' },
  warning: { en: 'Warning', es: 'Atención' },
};

/** All of them in one language. */
export const choicesIn = (locale: Locale): Record<string, string> =>
  Object.fromEntries(Object.entries(CHOICES).map(([value, words]) => [value, words[locale]]));
