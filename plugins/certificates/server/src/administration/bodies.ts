import { errors } from '@strapi/utils';
import { z } from 'zod';
import { REASON_MAX_LENGTH, RECIPIENTS_MAX } from '../../../shared/contracts/administration';
import { KINDS } from '../../../shared/contracts/certificate';

const Reason = z.strictObject({ reason: z.string().trim().min(3).max(REASON_MAX_LENGTH) });

const About = z.object({
  source: z.string().max(80).optional(),
  kind: z.enum(KINDS),
  subject: z
    .string()
    .max(60)
    .nullish()
    .transform((subject) => subject || null),
});

const StartRun = About.extend({
  recipientKeys: z.union([z.literal('everybody'), z.array(z.string().min(1).max(64)).max(RECIPIENTS_MAX)]),
});

/** @throws ValidationError (400) that names the field. */
const parse = <Type extends z.ZodType>(type: Type, value: unknown): z.infer<Type> => {
  const result = type.safeParse(value ?? {});
  if (result.success) return result.data;
  throw new errors.ValidationError(z.prettifyError(result.error));
};

export const parseReason = (body: unknown): string => parse(Reason, body).reason;
export const parseAbout = (query: unknown) => parse(About, query);
export const parseStartRun = (body: unknown) => parse(StartRun, body);
