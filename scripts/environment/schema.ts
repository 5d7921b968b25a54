import { z } from 'zod';

const anyPort = z.coerce
  .number({ error: 'must be a number' })
  .int()
  .min(1, 'must be from 1 to 65535')
  .max(65535, 'must be from 1 to 65535');
const port = (fallback: number) => anyPort.default(fallback);
/** Empty: nothing listens. */
const optionalPort = z
  .union([z.literal(''), anyPort], { error: 'must be a port from 1 to 65535, or empty' })
  .default('');
const secret = z.string({ error: 'is missing' }).min(16, 'is shorter than 16 characters');

const S3_SETTINGS = ['S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
const optional = z.string().default('');

/** Each setting by itself. */
export const Settings = z.object({
  CMS_PORT: port(1337),
  SITE_PORT: port(4321),
  INBOX_PORT: port(1080),
  SMTP_PORT: port(1025),
  MONITORING_PORT: optionalPort,
  WORKER_MONITORING_PORT: optionalPort,
  PROXY_HOPS: z.coerce
    .number({ error: 'must be a number' })
    .int()
    .min(0, 'must be 0 or more')
    .max(9, 'must be 9 at most')
    .default(0),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .union([
      z.literal(''),
      z.url({
        protocol: /^postgres(ql)?$/,
        error: 'must look like postgres://user:password@host:5432/name',
      }),
    ])
    .default(''),
  APP_KEYS: secret,
  API_TOKEN_SALT: secret,
  ADMIN_JWT_SECRET: secret,
  TRANSFER_TOKEN_SALT: secret,
  JWT_SECRET: secret,
  ENCRYPTION_KEY: secret,
  SITE_SECRET: secret,
  STORAGE: z.enum(['disk', 's3'], { error: 'must be disk or s3' }).default('disk'),
  S3_REGION: optional,
  S3_ENDPOINT: z.union([z.literal(''), z.url()], { error: 'must be an address, or empty' }).default(''),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  S3_MEDIA_BUCKET: optional,
  S3_CERTIFICATES_BUCKET: optional,
});

/** What the launcher and the commands need to know; the rest is for Strapi alone. */
export const Environment = Settings.superRefine((settings, { addIssue }) => {
  const isMissing = (path: keyof typeof settings, what: string) => {
    if (!settings[path]) addIssue({ code: 'custom', path: [path], message: `is missing: ${what}` });
  };
  const { STORAGE, S3_CERTIFICATES_BUCKET, S3_MEDIA_BUCKET } = settings;
  if (STORAGE === 's3') isMissing('S3_MEDIA_BUCKET', 'STORAGE is s3');
  if (STORAGE === 's3' || S3_CERTIFICATES_BUCKET)
    for (const name of S3_SETTINGS) isMissing(name, 'a bucket is to be used');
  if (S3_CERTIFICATES_BUCKET && S3_CERTIFICATES_BUCKET === S3_MEDIA_BUCKET)
    addIssue({
      code: 'custom',
      path: ['S3_CERTIFICATES_BUCKET'],
      message: 'must be another bucket than S3_MEDIA_BUCKET',
    });
});
export type Environment = z.infer<typeof Environment>;
