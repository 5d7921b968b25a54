/** The content types of Lumino that are authored. */
export const UID = {
  module: 'api::module.module',
  lesson: 'api::lesson.lesson',
  file: 'plugin::upload.file',
} as const;

export type AuthoredUid = typeof UID.module | typeof UID.lesson;
