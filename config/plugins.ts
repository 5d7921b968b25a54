import path from 'node:path';
import type { Core } from '@strapi/types';
import { scrubEvent } from './scrub-event';

type Env = Core.Config.Shared.ConfigParams['env'];

const mailFrom = (env: Env): string => env('MAIL_FROM', 'Lumino <lumino@localhost.localdomain>');

function bucketAccess(env: Env) {
  const forcePathStyle = env.bool('S3_FORCE_PATH_STYLE', false);
  return { region: env('S3_REGION'), endpoint: env('S3_ENDPOINT') || undefined, forcePathStyle };
}

function s3Key(env: Env) {
  return { accessKeyId: env('S3_ACCESS_KEY_ID'), secretAccessKey: env('S3_SECRET_ACCESS_KEY') };
}

const dataFolder = (env: Core.Config.Shared.ConfigParams['env']): string =>
  path.resolve(env('LUMINO_DATA_DIR') || path.join('..', '.data'));

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  'users-permissions': {
    config: {
      jwtManagement: 'refresh',
      jwtSecret: env('JWT_SECRET'),
      sessions: { accessTokenLifespan: 600, maxRefreshTokenLifespan: 24 * 3600 },
    },
  },
  // What Strapi and other plugins send goes into the ledger, too.
  email: {
    config: {
      provider: '@lumino/strapi-plugin-deliveries/provider',
      settings: { defaultFrom: mailFrom(env), defaultReplyTo: env('MAIL_REPLY_TO', mailFrom(env)) },
    },
  },
  deliveries: {
    enabled: true,
    config: {
      from: mailFrom(env),
      replyTo: env('MAIL_REPLY_TO') || null,
      onlyTo: env.array('MAIL_ONLY_TO', []).filter(Boolean),
      smtp: {
        host: env('SMTP_HOST', '127.0.0.1'),
        port: env.int('SMTP_PORT', 1025),
        secure: env.bool('SMTP_SECURE', false),
        // The local inbox and a relay on the same machine speak no TLS; anything else should.
        ignoreTLS: env.bool('SMTP_IGNORE_TLS', false),
        ...(env('SMTP_USER') ? { auth: { user: env('SMTP_USER'), pass: env('SMTP_PASSWORD') } } : {}),
      },
    },
  },
  upload: {
    config: {
      sizeLimit: 25 * 1024 * 1024,
      security: {
        allowedTypes: [
          'image/jpeg',
          'image/png',
          'image/webp',
          'image/gif',
          'video/mp4',
          'video/webm',
          'audio/mpeg',
          'application/pdf',
          'text/plain',
          'text/csv',
          'application/zip',
        ],
        deniedTypes: ['image/svg+xml', 'text/html'],
      },
      ...(env('STORAGE', 'disk') === 's3'
        ? {
            provider: 'aws-s3',
            providerOptions: {
              // The bucket is private: cms/src/middlewares/media-from-bucket.ts gives files out.
              baseUrl: '/uploads',
              s3Options: {
                ...bucketAccess(env),
                credentials: s3Key(env),
                // Without a word on access, a bucket's own rules hold; the provider's default is public.
                params: { ACL: undefined, Bucket: env('S3_MEDIA_BUCKET') },
                requestChecksumCalculation: 'WHEN_REQUIRED',
              },
            },
          }
        : {}),
    },
  },
  // Off, unless an address is given to which errors may go.
  sentry: {
    enabled: Boolean(env('SENTRY_DSN')),
    config: {
      dsn: env('SENTRY_DSN') || null,
      sendMetadata: false,
      init: {
        environment: env('SENTRY_ENVIRONMENT', 'production'),
        sendDefaultPii: false,
        defaultIntegrations: false,
        beforeSend: scrubEvent,
      },
    },
  },
  jobs: { enabled: true, config: { connectionString: env('DATABASE_URL') } },
  certificates: {
    enabled: true,
    config: {
      siteUrl: env('SITE_URL', 'http://localhost:4321'),
      storage: env('S3_CERTIFICATES_BUCKET')
        ? {
            s3: {
              bucket: env('S3_CERTIFICATES_BUCKET'),
              ...bucketAccess(env),
              endpoint: env('S3_ENDPOINT') || null,
              ...s3Key(env),
            },
          }
        : {
            directory: path.resolve(
              env('CERTIFICATES_DIR', path.join(process.cwd(), '..', '.data', 'certificates')),
            ),
          },
      issuer: { name: env('ISSUER_NAME', 'Lumino') },
      signature: {
        p12Path: env('SIGNATURE_P12') || null,
        p12Passphrase: env('SIGNATURE_P12_PASSPHRASE', ''),
      },
      credential: { seed: env('CREDENTIAL_SEED') || null },
    },
  },
  gradebook: { enabled: true },
  authoring: { enabled: true },
  home: { enabled: true },
  // The last one: it is stopped last, and says "not ready" while the others come to their end.
  monitoring: {
    enabled: true,
    config: {
      port: env('MONITORING_PORT') ? env.int('MONITORING_PORT') : null,
      host: env('MONITORING_HOST') || '127.0.0.1',
      // Those that are not there, such as certificates that lie in a bucket, are left out.
      folders: {
        data: dataFolder(env),
        media: path.resolve(env('PUBLIC_DIR') || 'public'),
        certificates: path.resolve(env('CERTIFICATES_DIR') || path.join(dataFolder(env), 'certificates')),
        backups: path.resolve(env('BACKUP_DIR') || path.join(dataFolder(env), 'backups')),
      },
      tlsUrl: env('SITE_URL', '').startsWith('https://') ? env('SITE_URL') : null,
    },
  },
});

export default config;
