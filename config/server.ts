import type { Core } from '@strapi/types';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', env.int('CMS_PORT', 1337)),
  url: env('CMS_PUBLIC_URL'),
  // The site and nginx pass the reader's address on; only those on this machine or network are believed.
  proxy: { koa: env.bool('TRUST_PROXY', true) },
  // Uploaded media lies in its folder `uploads`, unless it is in S3.
  dirs: { public: env('PUBLIC_DIR') || './public' },
  app: { keys: env.array('APP_KEYS', []) },
  logger: { updates: { enabled: false }, startup: { enabled: false } },
});

export default config;
