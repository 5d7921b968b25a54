import type { Core } from '@strapi/types';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => [
  {
    name: 'global::client-address',
    config: { siteSecret: env('SITE_SECRET', ''), hops: env.int('PROXY_HOPS', 0) },
  },
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  // The site speaks to the cms from the server, so no browser page but the admin's own has any business here.
  { name: 'strapi::cors', config: { origin: [env('CMS_PUBLIC_URL', 'http://localhost:1337')] } },
  'strapi::poweredBy',
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      formLimit: '1mb',
      jsonLimit: '1mb',
      textLimit: '1mb',
      formidable: { maxFileSize: 25 * 1024 * 1024 },
    },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
  'global::limit-guesses',
];

export default config;
