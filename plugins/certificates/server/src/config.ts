import { z } from 'zod';
import { describeProblems } from './config-problem';

const Config = z.strictObject({
  /** The site's address, without a slash at the end; `/verify/<code>` under it is where the QR code leads. */
  siteUrl: z.url(),
  /** Where files are kept: one of a folder and a bucket. */
  storage: z
    .strictObject({
      /** Private: never below a folder that a web server shows. */
      directory: z.string().min(1).optional(),
      /** Needs the package `@aws-sdk/client-s3` in the application. */
      s3: z
        .strictObject({
          /** Private: files are only ever read through the server. */
          bucket: z.string().min(3),
          region: z.string().min(1),
          /** Of a server other than Amazon's. */
          endpoint: z.url().nullable().default(null),
          forcePathStyle: z.boolean().default(false),
          accessKeyId: z.string().min(1),
          secretAccessKey: z.string().min(1),
          /** In front of every key, such as `certificates/`. */
          prefix: z
            .string()
            .regex(/^([\w.-]+\/)*$/, 'must be empty or end with a slash')
            .default(''),
        })
        .optional(),
    })
    .refine(({ directory, s3 }) => (directory === undefined) !== (s3 === undefined), {
      error: 'must have either a directory or s3',
    }),
  issuer: z
    .strictObject({
      name: z.string().min(1).max(80).default('Lumino'),
      /** An SVG path in a box of 24 × 24. */
      logoPath: z.string().max(4000).nullable().default(null),
      accent: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i)
        .default('#1f5f5b'),
      signatures: z
        .array(z.strictObject({ name: z.string().max(80), title: z.string().max(80) }))
        .max(3)
        .default([]),
    })
    .prefault({}),
  /** With what PDFs are signed. */
  signature: z
    .strictObject({
      /** A PKCS #12 file with an RSA key; null: a self-signed key of our own, kept encrypted in the database. */
      p12Path: z.string().min(1).nullable().default(null),
      p12Passphrase: z.string().default(''),
    })
    .prefault({}),
  /** With what digital credentials are signed. */
  credential: z
    .strictObject({
      /** 32 bytes in base64url, from which an Ed25519 key follows; null: one of our own, kept encrypted in the database. */
      seed: z
        .string()
        .regex(/^[A-Za-z0-9_-]{43}$/, 'must be 32 bytes in base64url, 43 characters')
        .nullable()
        .default(null),
    })
    .prefault({}),
  /** Days before the end at which recipients are reminded; from the first on, they can renew. */
  reminders: z.array(z.int().min(1).max(365)).max(5).default([30, 7]),
  /** Where recipients renew, for the reminders; null: `/certificates` under `siteUrl`. */
  renewalUrl: z.url().nullable().default(null),
  /** Which template each kind uses. */
  templates: z
    .strictObject({
      grade: z.string().default('grade-certificate'),
      module: z.string().default('module-certificate'),
    })
    .prefault({}),
});
export type CertificatesConfig = z.infer<typeof Config>;

/** The configuration with its defaults. @throws with the key, what is allowed and what was received. */
export function parseConfig(value: unknown): CertificatesConfig {
  const result = Config.safeParse(value);
  if (!result.success) throw new Error(`certificates: ${describeProblems(Config, value, result.error)}`);
  return result.data;
}

export const config = {
  default: {},
  validator: (value: unknown): void => void parseConfig(value),
};
