/** What becomes of a column: an expression of SQL over the row, or `as it is`. */
export type Columns = Record<string, string>;
export const AS_IT_IS = 'as it is';

/** The database makes it again, of the names on the copy. */
const TITLE = 'null';

/** Of files that show a person. */
const OF_PEOPLE = `select file_id from files_related_mph where related_type like '%profile'`;

/** Copied as they are: what is taught and how it is arranged, and who is in which module by number. */
export const COPIED: RegExp[] = [
  /^(modules|lessons|lesson_(?!progress)\w+)(_\w+)?$/,
  /^(enrollments|lesson_progress)_\w+_lnk$/,
  /^grades_\w+_lnk$/,
  /^grade_changes_\w+_lnk$/,
  /^upload_folders(_\w+)?$/,
  /^i18n_locale(_\w+)?$/,
  /^up_(roles|permissions|users)_\w*lnk$/,
  /^(up_roles|up_permissions)$/,
  /^admin_(roles|permissions)$/,
  /^admin_\w+_lnk$/,
  /^(student_profiles|teacher_profiles)_\w+_lnk$/,
];

/** Copied with every person in them replaced. Each column that holds text is named: one that is not stops the copying. */
export const REPLACED: Record<string, { columns: Columns; where?: string }> = {
  up_users: {
    columns: {
      username: `'student-' || id`,
      email: `'student-' || id || '@staging.invalid'`,
      first_name: `'Student'`,
      last_name: `'Nr. ' || id`,
      password: ':password',
      reset_password_token: 'null',
      confirmation_token: 'null',
      language: AS_IT_IS,
      provider: `'local'`,
    },
  },
  student_profiles: { columns: { title: TITLE, bio: `''`, user_key: AS_IT_IS } },
  teacher_profiles: {
    columns: {
      display_name: `'Teacher nr. ' || id`,
      slug: `'teacher-' || id`,
      bio: `''`,
      bio_es: `''`,
      admin_user_key: AS_IT_IS,
    },
  },
  admin_users: {
    columns: {
      firstname: `'Staff'`,
      lastname: `'Nr. ' || id`,
      username: 'null',
      email: `'staff-' || id || '@staging.invalid'`,
      password: ':password',
      reset_password_token: 'null',
      registration_token: 'null',
      prefered_language: AS_IT_IS,
    },
  },
  enrollments: {
    columns: {
      title: TITLE,
      standing: AS_IT_IS,
      lesson_key: AS_IT_IS,
      student_key: AS_IT_IS,
      module_key: AS_IT_IS,
      pair_key: AS_IT_IS,
    },
  },
  lesson_progress: {
    columns: { title: TITLE, enrollment_key: AS_IT_IS, lesson_key: AS_IT_IS, pair_key: AS_IT_IS },
  },
  grades: { columns: { title: TITLE, feedback: 'null', graded_by: `'Teacher'`, enrollment_key: AS_IT_IS } },
  grade_changes: {
    columns: { enrollment_key: AS_IT_IS, actor: `'Teacher'`, feedback_from: 'null', feedback_to: 'null' },
  },
  files: {
    columns: {
      name: AS_IT_IS,
      alternative_text: AS_IT_IS,
      caption: AS_IT_IS,
      focal_point: AS_IT_IS,
      formats: AS_IT_IS,
      hash: AS_IT_IS,
      ext: AS_IT_IS,
      mime: AS_IT_IS,
      url: AS_IT_IS,
      preview_url: AS_IT_IS,
      provider: AS_IT_IS,
      provider_metadata: AS_IT_IS,
      folder_path: AS_IT_IS,
    },
    where: `id not in (${OF_PEOPLE})`,
  },
  files_related_mph: {
    columns: { related_type: AS_IT_IS, field: AS_IT_IS },
    where: `file_id not in (${OF_PEOPLE})`,
  },
  files_folder_lnk: { columns: {}, where: `file_id not in (${OF_PEOPLE})` },
};

/**
 * Empty on the copy: certificates, mails and logs name people; sessions, tokens, keys and webhooks would reach from the copy into the
 * real world; the rest is made anew.
 */
export const EMPTIED: RegExp[] = [
  /^certificate\w*$/,
  /^deliver\w+$/,
  /^(email_confirmations|password_resets|previews|site_sessions|attempt_limits|social_cards)(_\w+)?$/,
  /^strapi_(sessions|api_token\w*|transfer_token\w*|webhooks|history_versions\w*|release\w*|workflow\w*|ai_\w+)$/,
];

/** Of the copy itself: how far its schema is, and its own settings. */
export const ITS_OWN: RegExp[] = [
  /^strapi_(migrations\w*|database_schema|core_store_settings)$/,
  /^lumino_\w+$/,
];
