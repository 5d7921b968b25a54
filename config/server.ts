import type { Core } from '@strapi/types';
import { jsonLog } from './log';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', env.int('CMS_PORT', 1337)),
  url: env('CMS_PUBLIC_URL'),
  // Behind a proxy of our own its words on host and scheme are believed; whom a request is from is found out in
  // cms/src/middlewares/client-address.ts.
  proxy: { koa: env.int('PROXY_HOPS', 0) > 0 },
  // Uploaded media lies in its folder `uploads`, unless it is in S3.
  dirs: { public: env('PUBLIC_DIR') || './public' },
  app: { keys: env.array('APP_KEYS', []) },
  logger: {
    updates: { enabled: false },
    startup: { enabled: false },
    // Of a person before a terminal Strapi's own is easier to read.
    ...(env('NODE_ENV') === 'production' ? { config: jsonLog(env('LOG_LEVEL') || 'info') } : {}),
  },
});

export default config;
