import { z } from 'zod';

const Config = z.strictObject({
  /** The PostgreSQL that holds the rows the work is about: job and row are written in one transaction. */
  connectionString: z.string().min(1),
  /** Schema of pg-boss's own tables. */
  schema: z
    .string()
    .regex(/^[a-z_][a-z0-9_]*$/)
    .default('pgboss'),
  /** How long a stopping worker waits for running work, in seconds. */
  drainSeconds: z.number().int().min(1).max(600).default(25),
});
export type JobsConfig = z.infer<typeof Config>;

const ALLOWED: Record<keyof JobsConfig, string> = {
  connectionString: 'the address of a PostgreSQL',
  schema: 'a name of small letters, digits and underscores',
  drainSeconds: 'a whole number from 1 to 600',
};
const options = Object.keys(ALLOWED).join(', ');

/** A sentence for each problem. An address of a database has a password in it, so it is not repeated. */
function sentences(value: unknown, issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `jobs: the queue has no option "${key}"; it has ${options}`);
  const [key] = issue.path as [keyof JobsConfig | undefined];
  if (!key) return [`jobs: the options of the queue must be an object with ${options}`];
  const given = (value as Record<string, unknown>)[key];
  const shown = key === 'connectionString' && given ? 'something else' : JSON.stringify(given);
  const received = shown ?? 'nothing';
  return [`jobs: the option "${key}" of the queue must be ${ALLOWED[key]}; received ${received}`];
}

export const config = {
  default: { schema: 'pgboss', drainSeconds: 25 },
  /** @throws with the key, what is allowed and what was received; boot stops. */
  validator(value: unknown): void {
    const { error } = Config.safeParse(value);
    if (error) throw new Error([...new Set(error.issues.flatMap((one) => sentences(value, one)))].join('\n'));
  },
};
