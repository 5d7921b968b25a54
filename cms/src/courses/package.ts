import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CourseError } from './course-problem';

/** Of what Lumino exports and reads again to the letter: a `module.json`, a folder of lessons for each language, and files. */
export const FORMAT = 'lumino-module/1';
export const PACKAGE_FILE = 'module.json';
export const FILES = 'files';
export const LOCALES = ['en', 'es'] as const;

const Texts = z.strictObject({
  name: z.string().min(1).max(120),
  summary: z.string().max(200).nullable(),
  description: z.string().nullable(),
});
const Moment = z.iso.datetime().nullable();
const Package = z.strictObject({
  format: z.literal(FORMAT),
  code: z.string().regex(/^[A-Z0-9-]{2,12}$/),
  settings: z.strictObject({
    markMin: z.number(),
    markMax: z.number(),
    passMark: z.number(),
    certificates: z.enum(['automatic', 'on-request', 'off']),
    enrollmentOpensAt: Moment,
    enrollmentClosesAt: Moment,
  }),
  /** A file of the package. */
  cover: z.string().nullable(),
  texts: z
    .strictObject({ en: Texts.optional(), es: Texts.optional() })
    .refine((texts) => Boolean(texts.en ?? texts.es), 'has no text'),
});

export type CoursePackage = z.infer<typeof Package>;

/**
 * @returns null for a folder that is a course of another kind.
 * @throws CourseError that says what is wrong with it.
 */
export async function readPackage(folder: string): Promise<CoursePackage | null> {
  const source = await readFile(path.join(folder, PACKAGE_FILE), 'utf8').catch(() => null);
  if (source === null) return null;
  let content: unknown;
  try {
    content = JSON.parse(source);
  } catch {
    throw new CourseError('unreadable', PACKAGE_FILE, 'it is no JSON');
  }
  const result = Package.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new CourseError('unreadable', PACKAGE_FILE, `${issue?.path.join('.')} ${issue?.message}`);
}
