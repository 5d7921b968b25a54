import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  email: { config: { provider: '@lumino/strapi-plugin-deliveries/provider' } },
  deliveries: {
    enabled: true,
    config: {
      from: 'Workshops <office@workshops.example>',
      smtp: { host: '127.0.0.1', port: env.int('SMTP_PORT'), ignoreTLS: true },
    },
  },
  jobs: { enabled: true, config: { connectionString: env('DATABASE_URL') } },
  certificates: {
    enabled: true,
    config: {
      siteUrl: 'https://workshops.example',
      storage: { directory: env('CERTIFICATES_DIR') },
      issuer: { name: 'Talleres Ñandú', ...env.json('ISSUER', {}) },
    },
  },
  monitoring: {
    enabled: true,
    config: { port: env('MONITORING_PORT') ? env.int('MONITORING_PORT') : null },
  },
});
