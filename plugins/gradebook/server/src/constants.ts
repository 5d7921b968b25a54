/** The content types of Lumino that the gradebook reads and writes; no other plugin knows them. */
export const UID = {
  module: 'api::module.module',
  enrollment: 'api::enrollment.enrollment',
  grade: 'api::grade.grade',
  gradeChange: 'api::grade-change.grade-change',
  lesson: 'api::lesson.lesson',
  lessonProgress: 'api::lesson-progress.lesson-progress',
  /** A service, not a type: the rules by which many marks are written at once. */
  classMarks: 'api::grade.class-marks',
} as const;

export const SUPER_ADMIN = 'strapi-super-admin';
