import type { Core } from '@strapi/types';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Middlewares => [
  {
    name: 'global::client-address',
    config: { siteSecret: env('SITE_SECRET', ''), hops: env.int('PROXY_HOPS', 0) },
  },
  'global::request-log',
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
  // Media in a bucket, under the addresses that it would have on disk.
  ...(env('STORAGE', 'disk') === 's3'
    ? [
        {
          name: 'global::media-from-bucket',
          config: {
            bucket: env('S3_MEDIA_BUCKET'),
            region: env('S3_REGION'),
            endpoint: env('S3_ENDPOINT') || undefined,
            forcePathStyle: env.bool('S3_FORCE_PATH_STYLE', false),
            accessKeyId: env('S3_ACCESS_KEY_ID'),
            secretAccessKey: env('S3_SECRET_ACCESS_KEY'),
          },
        },
      ]
    : []),
  'strapi::public',
  'global::limit-guesses',
  'global::staff-passwords',
];

export default config;
