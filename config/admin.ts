import type { Core } from '@strapi/types';

const DAY = 24 * 3600;

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: {
    secret: env('ADMIN_JWT_SECRET', ''),
    // Seconds. The first two are of a browser that was told to remember, the others of all others.
    sessions: {
      accessTokenLifespan: 30 * 60,
      idleRefreshTokenLifespan: 14 * DAY,
      maxRefreshTokenLifespan: 30 * DAY,
      idleSessionLifespan: 2 * 3600,
      maxSessionLifespan: DAY,
    },
  },
  apiToken: { salt: env('API_TOKEN_SALT', '') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT', '') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY', '') },
  // A draft on the site, beside its editor (L4). The page comes from the site by way of an address of the admin.
  preview: {
    enabled: true,
    config: {
      allowedOrigins: ["'self'", env('SITE_URL') || 'http://localhost:4321'],
      handler: (uid, params) => strapi.service('api::preview.address' as never).of(uid, params),
    },
  },
  flags: { nps: false, promoteEE: false },
});

export default config;
