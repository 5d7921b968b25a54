import { z } from 'zod';
import { KINDS } from '../../../shared/contracts/certificate';
import { PICTURE_MAX_BYTES, PREVIEW_MAX_WIDTH } from '../../../shared/contracts/settings';
import { asProblem, unusable } from './problem';
import { SettingsSchema, TemplateChoiceSchema } from './schema';

const Preview = z.strictObject({
  settings: SettingsSchema,
  kind: z.enum(KINDS),
  template: TemplateChoiceSchema.optional(),
  sample: z.string().max(80),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  as: z.enum(['png', 'pdf']),
  width: z.int().min(100).max(PREVIEW_MAX_WIDTH).optional(),
  page: z.int().min(1).max(1000).optional(),
});

/** The settings in it are looked at apart, with what they name. */
const Save = z.strictObject({ settings: z.unknown(), version: z.string().max(80) });

const AddPicture = z.strictObject({
  data: z
    .base64()
    .min(1)
    .max(Math.ceil(PICTURE_MAX_BYTES / 3) * 4 + 4),
});

/** @throws ValidationError (400), `details.errors` with path and message of each. */
const parse = <Type extends z.ZodType>(type: Type, value: unknown): z.infer<Type> => {
  const result = type.safeParse(value ?? {});
  if (result.success) return result.data;
  throw unusable(result.error.issues.map(asProblem), 'The request');
};

export const parsePreview = (body: unknown) => parse(Preview, body);
export const parseSave = (body: unknown) => parse(Save, body);
export const parsePicture = (body: unknown): Buffer => Buffer.from(parse(AddPicture, body).data, 'base64');
