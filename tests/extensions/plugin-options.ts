import { z } from 'zod';

const Options = z.strictObject({
  seats: z.int().min(1).default(20),
  room: z.string().default('A1'),
});

/**
 * The `config` of a plugin: its defaults, and what stops the start with plugin, key and what is allowed. In
 * `config/plugins.ts` people write `workshops: { enabled: true, config: { seats: 12 } }`.
 */
export const config = {
  default: Options.parse({}),
  validator(given: unknown): void {
    const result = Options.safeParse(given);
    if (result.success) return;
    const [issue] = result.error.issues;
    throw new Error(`workshops: ${issue?.path.join('.') || 'config'}: ${issue?.message}`);
  },
};
