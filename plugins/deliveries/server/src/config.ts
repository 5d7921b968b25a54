import { z } from 'zod';

const Config = z.strictObject({
  /** How to reach the mail server; as nodemailer's SMTP options have it. */
  smtp: z.looseObject({
    host: z.string().min(1),
    port: z.int().min(1).max(65535),
    secure: z.boolean().default(false),
    auth: z.strictObject({ user: z.string().min(1), pass: z.string() }).optional(),
    /** Milliseconds. */
    connectionTimeout: z.int().positive().default(10_000),
    greetingTimeout: z.int().positive().default(10_000),
    socketTimeout: z.int().positive().default(60_000),
  }),
  /** Who the mails are from, such as `Lumino <lumino@school.example>`. */
  from: z.string().min(3),
  replyTo: z.string().min(3).nullable().default(null),
  /** Addresses, and domains as `@school.example`, that get mail; all others get none. Empty: everybody does. */
  onlyTo: z
    .array(z.string().regex(/^[^\s@]*@[^\s@]+$/, 'must be an address, or a domain such as @school.example'))
    .default([]),
  /** How many mails each worker sends at the same time. */
  concurrency: z.int().min(1).max(50).default(5),
  /** Days after which a mail that never went out is given up, and a person decides. */
  giveUpAfterDays: z.number().min(1).max(60).default(10),
});
export type DeliveriesConfig = z.infer<typeof Config>;

const SECRET = /auth|pass/i;

const receivedAt = (value: unknown, path: PropertyKey[]): string => {
  if (path.some((key) => SECRET.test(String(key)))) return 'a secret';
  const received = path.reduce<any>((inner, key) => inner?.[key], value);
  return JSON.stringify(received) ?? 'nothing';
};

/** The configuration with its defaults. @throws with the key, what is allowed and what was received. */
export function parseConfig(value: unknown): DeliveriesConfig {
  const result = Config.safeParse(value);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `there is no option ${issue.keys.map((key) => `"${key}"`).join(', ')}; allowed are ${Object.keys(Config.shape).join(', ')}`
      : `${issue.path.join('.')}: ${issue.message}; received ${receivedAt(value, issue.path)}`,
  );
  throw new Error(lines.map((line) => `deliveries: ${line}`).join('\n'));
}

export const config = {
  default: {},
  validator: (value: unknown): void => void parseConfig(value),
};
