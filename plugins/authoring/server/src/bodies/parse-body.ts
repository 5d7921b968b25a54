import { errors } from '@strapi/utils';
import { z } from 'zod';
import { LOCALES, TEMPLATES } from '../../../shared/contracts/outline';

const Order = z.strictObject({ lessonKeys: z.array(z.string().min(1).max(64)).max(1000) });
const NewLesson = z.strictObject({
  title: z.string().trim().min(1, 'required').max(160),
  locale: z.enum(LOCALES),
  template: z.enum(TEMPLATES),
});
const Code = z.string().regex(/^[A-Z0-9-]{2,12}$/, 'code');
const Duplicate = z.strictObject({ code: Code });
/** A form: everything in it is text. */
const Import = z.strictObject({
  code: z
    .union([z.literal(''), Code])
    .optional()
    .transform((code) => code || null),
  locale: z.enum(LOCALES).default('en'),
  publish: z
    .enum(['true', 'false'])
    .default('false')
    .transform((word) => word === 'true'),
});

/** @throws ValidationError (400) with one entry for each faulty field. */
const parse =
  <Shape extends z.ZodType>(shape: Shape) =>
  (body: unknown): z.infer<Shape> => {
    const result = shape.safeParse(body ?? {});
    if (result.success) return result.data;
    throw new errors.ValidationError('Something in this is not as it should be', {
      errors: result.error.issues.map(({ path, message }) => ({
        path: path.map(String),
        message,
        name: 'ValidationError',
      })),
    });
  };

export const parseOrder = parse(Order);
export const parseNewLesson = parse(NewLesson);
export const parseDuplicate = parse(Duplicate);
export const parseImport = parse(Import);
