import { z } from 'zod';
import { KINDS } from '../../../shared/contracts/certificate';
import { BRANDING_TEXTS, type Settings } from '../../../shared/contracts/settings';
import { isReadableOnWhite } from '../../../shared/contrast';

const PictureKey = z.string().regex(/^[0-9a-f]{64}$/);
const perKind = <Type extends z.ZodType>(type: Type) => z.strictObject({ grade: type, module: type });
const line = (most: number) => z.string().trim().max(most);

const Expiry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('never') }),
  z.strictObject({ type: z.literal('period'), months: z.int().min(1).max(600) }),
  z.strictObject({ type: z.literal('date'), on: z.iso.date() }),
]);

const Texts = z.strictObject(
  Object.fromEntries(
    BRANDING_TEXTS.map((key) => [key, z.strictObject({ en: line(200), es: line(200) })]),
  ) as Record<(typeof BRANDING_TEXTS)[number], z.ZodObject<{ en: z.ZodString; es: z.ZodString }>>,
);

export const TemplateChoiceSchema = z.strictObject({
  key: z.string().min(1).max(80),
  options: z.record(z.string(), z.unknown()),
});

export const SettingsSchema: z.ZodType<Settings> = z.strictObject({
  branding: z.strictObject({
    issuerName: line(80).min(1),
    accent: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i)
      .refine(isReadableOnWhite, {
        message: 'is too light to be read on white',
        params: { code: 'too-light' },
      }),
    logo: PictureKey.nullable(),
    signatures: z
      .array(z.strictObject({ name: line(80).min(1), title: line(80), picture: PictureKey.nullable() }))
      .max(3),
    seal: z.strictObject({ shown: z.boolean() }),
    texts: Texts,
  }),
  templates: perKind(TemplateChoiceSchema),
  expiry: perKind(Expiry),
  rules: z.record(z.string(), z.partialRecord(z.enum(KINDS), z.array(z.string().min(1).max(80)).max(50))),
});
