import { LOCALES, localePath } from '../../i18n/locales';

/**
 * What is nobody's but its reader's, or no page. Pages under `/verify` are not here: whoever shows a shared link has to
 * fetch them, and they say themselves that they are not to be found.
 */
const PRIVATE = [
  '/certificates',
  '/enroll',
  '/language',
  '/login',
  '/logout',
  '/forgot-password',
  '/modules$',
  '/modules/*/lessons/',
  '/profile',
  '/reset-password',
  '/search',
  '/signup',
  '/unenroll',
  '/users/',
];

export const robots = (siteUrl: string): string =>
  [
    'User-agent: *',
    ...PRIVATE.flatMap((path) => LOCALES.map((locale) => `Disallow: ${localePath(path, locale)}`)),
    '',
    `Sitemap: ${siteUrl}/sitemap.xml`,
    '',
  ].join('\n');
