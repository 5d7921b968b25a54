import { existsSync } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { CourseLesson, CourseSection } from './course';
import { CourseFileError, problemOf, type CourseProblem } from './course-problem';
import { pictureAddresses, rewritePictures } from './links';
import type { createPictureStore } from './pictures';

/**
 * Where an address of a lesson points to. Courses share pictures with their translations beside them.
 * @throws CourseFileError for what leads further out, URIError for what is no path
 */
export function inCourse(folder: string, lesson: Pick<CourseLesson, 'path'>, address: string): string {
  const file = path.resolve(folder, path.dirname(lesson.path), decodeURI(address));
  if (!file.startsWith(path.resolve(folder, '..') + path.sep)) throw new CourseFileError('outside');
  return file;
}

/** Whether a file of the course is where an address points to. */
export function isInCourse(folder: string, lesson: Pick<CourseLesson, 'path'>, address: string): boolean {
  try {
    return existsSync(inCourse(folder, lesson, address));
  } catch {
    return false;
  }
}

type Pictures = ReturnType<typeof createPictureStore>;

/** Sections as rows of the dynamic zone, their pictures stored. A missing picture becomes a line in the report. */
export async function toRows(
  sections: CourseSection[],
  lesson: CourseLesson,
  folder: string,
  pictures: Pictures,
  problems: CourseProblem[],
): Promise<Record<string, unknown>[]> {
  const stored = async (
    address: string,
    words: string,
    store: (file: string, words: string) => Promise<{ id: number; url: string }> = pictures.storeFile,
  ) => {
    try {
      const file = inCourse(folder, lesson, address);
      await access(file).catch(() => {
        throw new CourseFileError('missing');
      });
      return await store(file, words);
    } catch (error) {
      problems.push(problemOf(error, lesson.path, address));
      return null;
    }
  };
  /** A text with its pictures in the media library. */
  const withPictures = async (body: string): Promise<string> => {
    const addresses = new Map<string, string | null>();
    for (const address of pictureAddresses(body)) {
      if (!/^[a-z]+:|^\/uploads\//i.test(address))
        addresses.set(address, (await stored(address, ''))?.url ?? null);
    }
    return rewritePictures(body, (address) => addresses.get(address) ?? null);
  };
  const handOut = async (address: string, title: string | null) =>
    (await stored(address, title ?? '', pictures.handOut))?.id;
  const rows: Record<string, unknown>[] = [];
  for (const section of sections) {
    const { kind, ...rest } = section;
    if (section.kind === 'image') {
      const isLocal = !/^[a-z]+:/i.test(section.picture);
      const file = isLocal ? await stored(section.picture, section.alternative) : null;
      if (file)
        rows.push({
          __component: 'lesson.image',
          picture: file.id,
          alternative: section.alternative || section.caption || path.basename(section.picture),
          caption: section.caption,
        });
      else if (!isLocal)
        rows.push({
          __component: 'lesson.text',
          body: `[${section.alternative || section.picture}](${section.picture})`,
        });
    } else if (section.kind === 'attachments') {
      const id = await handOut(section.file, section.title);
      const before = rows.at(-1);
      if (id && before?.__component === 'lesson.attachments') (before.files as number[]).push(id);
      else if (id) rows.push({ __component: 'lesson.attachments', files: [id] });
    } else if (section.kind === 'files') {
      const files: number[] = [];
      for (const { file, title } of section.files) {
        const id = await handOut(file, title);
        if (id) files.push(id);
      }
      if (files.length > 0) rows.push({ __component: 'lesson.attachments', files });
    } else if (section.kind === 'video' && section.file) {
      const { title, url } = section;
      const file = await handOut(section.file, title);
      if (file || url) rows.push({ __component: 'lesson.video', title, url: url || null, file });
    } else if (section.kind === 'text' || section.kind === 'callout') {
      rows.push({ __component: `lesson.${kind}`, ...rest, body: await withPictures(section.body) });
    } else {
      rows.push({ __component: `lesson.${kind}`, ...rest });
    }
  }
  return rows;
}
