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

export const config = {
  default: { schema: 'pgboss', drainSeconds: 25 },
  /** @throws with the key, what is allowed and what was received; boot stops. */
  validator(value: unknown): void {
    const result = Config.safeParse(value);
    if (!result.success) throw new Error(`jobs: ${z.prettifyError(result.error)}`);
  },
};
