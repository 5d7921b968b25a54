import type { Picture } from './module';

/** GET /api/people/:username → 200 for signed-in users, 401, 404 (U1). */
export interface PersonResponse {
  username: string;
  firstName: string;
  lastName: string;
  bio: string;
  /** null: show the default picture. */
  avatar: Picture | null;
  /** Only present when the reader is the owner. */
  email?: string;
}

/** GET /api/teachers/:slug?locale=en → 200, 404. Public (U1). */
export interface TeacherResponse {
  slug: string;
  displayName: string;
  bio: string;
  avatar: Picture | null;
  modules: { code: string; name: string; summary: string }[];
}

/**
 * PUT /api/me/profile, multipart/form-data with `bio` (at most 2,000 characters) and `avatar` (optional file: JPEG, PNG
 * or WebP, at most 5 MB) → 204; 400 `too-long` (bio), `not-an-image`, `too-large` (avatar) (U3).
 */

/** DELETE /api/me → 204; 400 `wrong-password` with path ['password'] (U4). */
export interface LeaveRequest {
  password: string;
}

/** GET /api/me/export → 200, a JSON document with every row that names the user (P14). */
