import { z } from 'zod';

const Config = z.strictObject({
  /** Of the listener for health and metrics; null: this process has none. Each process needs one of its own. */
  port: z.number().int().min(1).max(65535).nullable().default(null),
  /** Where it listens. 127.0.0.1: this machine alone. */
  host: z.string().min(1).default('127.0.0.1'),
  /** Folders whose disks are watched, by what they are called. */
  folders: z.record(z.string().regex(/^[a-z][a-z-]*$/), z.string().min(1)).default({}),
  /** https://…: whose certificate is watched; null: nobody's. */
  tlsUrl: z
    .url({ protocol: /^https$/ })
    .nullable()
    .default(null),
});
export type MonitoringConfig = z.infer<typeof Config>;

const ALLOWED: Record<keyof MonitoringConfig, string> = {
  port: 'a whole number from 1 to 65535, or null for no listener',
  host: 'an address of this machine, such as "127.0.0.1"',
  folders: 'folders by names of small letters, such as { "media": "/srv/media" }',
  tlsUrl: 'an address that begins with https://, or null',
};
const options = Object.keys(ALLOWED).join(', ');

function sentences(value: unknown, issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `monitoring: there is no option "${key}"; there are ${options}`);
  const [key] = issue.path as [keyof MonitoringConfig | undefined];
  if (!key) return [`monitoring: the options must be an object with ${options}`];
  const given = (value as Record<string, unknown>)[key];
  // JSON has no word for NaN, which is what a setting that is no number is read as.
  const received = typeof given === 'number' ? String(given) : (JSON.stringify(given) ?? 'nothing');
  return [`monitoring: the option "${key}" must be ${ALLOWED[key]}; received ${received}`];
}

export const config = {
  default: { port: null, host: '127.0.0.1', folders: {}, tlsUrl: null },
  /** @throws with the key, what is allowed and what was received; boot stops. */
  validator(value: unknown): void {
    const { error } = Config.safeParse(value);
    if (error) throw new Error(error.issues.flatMap((one) => sentences(value, one)).join('\n'));
  },
};
