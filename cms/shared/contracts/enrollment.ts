import type { GradeCertificateOffer } from './module';

/** GET /api/me/enrollment-options?locale=en → 200, 401. */
export interface EnrollmentOptionsResponse {
  /** Published, window open, not yet joined (E1). */
  joinable: { code: string; name: string; summary: string }[];
  /** Joined. `locked`: it has a mark, so the student cannot leave it (E2). */
  leavable: { code: string; name: string; locked: boolean }[];
}

/**
 * POST /api/me/enrollments (join) and POST /api/me/enrollments/leave, all or nothing → 200 `{ codes }`; 400
 * `choose-one` or `unknown-module` with path ['modules']; 409 `reason: 'window-closed' | 'has-mark'` and `modules`.
 * Joining a module twice is not an error (E3).
 */
export interface EnrollmentRequest {
  modules: string[];
}

export interface EnrollmentResponse {
  codes: string[];
}

/** GET /api/me/modules/:code/certificate → 200, 401 (C2). It is asked for at POST /api/certificates/requests. */
export interface ModuleCertificateResponse {
  /** Whether the student has one that is valid. */
  isHeld: boolean;
  offer: GradeCertificateOffer;
}
