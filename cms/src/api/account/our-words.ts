import type { Core } from '@strapi/types';

/** Words that anybody would try here: of Lumino, of the school and of its site. */
export const ourWords = (strapi: Core.Strapi): string[] => [
  'Lumino',
  strapi.config.get<string>('plugin::certificates.issuer.name') ?? '',
  new URL(strapi.config.get<string>('plugin::certificates.siteUrl')).hostname,
];
