export const KINDS = ['grade', 'module'] as const;
export type Kind = (typeof KINDS)[number];

/** What anybody who checks a certificate is told about it. Derived from the dates in its row, never stored. */
export const STATUSES = ['valid', 'revoked', 'expired', 'superseded'] as const;
export type Status = (typeof STATUSES)[number];

/** Where a certificate stands on its way to the recipient. Derived from the dates in its row. */
export const STAGES = ['queued', 'rendered', 'delivered'] as const;
export type Stage = (typeof STAGES)[number];

/** GET /api/certificates/mine → 200, 401. Newest first. */
export interface MyCertificatesResponse {
  certificates: MyCertificate[];
}

export interface MyCertificate {
  /** Names the certificate in `/api/certificates/:id/file`. */
  id: string;
  /** The key of the source it came from. */
  source: string;
  kind: Kind;
  /** For the module certificate: the module's code. */
  subject: string | null;
  serial: string;
  verificationCode: string;
  title: string;
  language: string;
  /** ISO 8601, UTC. */
  issuedAt: string;
  status: Status;
  stage: Stage;
  fileName: string;
  /** The issuer's name, as it stands on the certificate. */
  issuer: string;
  /** Where the QR code leads: the address to share. */
  verifyUrl: string;
  /** ISO 8601, UTC; null when it does not expire. */
  expiresAt: string | null;
  /** Whole days, 0 on the last; null when it does not expire, and once it has. */
  daysLeft: number | null;
  /** Whether asking for it again gives a new one that is good for longer. */
  renewable: boolean;
  /** When a new one took its place; it stays valid to its own end. */
  renewedAt: string | null;
  /** Whether the verification page shows the recipient's name. */
  nameShown: boolean;
}

/** PUT /api/certificates/:id/visibility → 204; 401; 404 to anybody but the recipient. */
export interface VisibilityRequest {
  nameShown: boolean;
}

/**
 * POST /api/certificates/requests `{ kind, subject?, source?, language }` → 202 `IssueResponse`; 401; 403 with `reason` when the recipient is
 * not eligible (`no-enrollment`, `marks-missing`, …), with the `rule` that says so and its `name` in en and es (C2). Asking twice answers the same certificate and sends no second
 * mail (C10).
 */
export interface IssueRequest {
  kind: Kind;
  /** For the module certificate: the module's code. */
  subject?: string;
  /** The key of the source; not given: the one that was registered first. */
  source?: string;
  language: string;
}

export interface IssueResponse {
  id: string;
  /** The address the certificate goes to: the recipient's own, shown to the recipient (C3). */
  email: string;
}

/** GET /api/certificates/:id/file → 200 application/pdf to its recipient; 401; 404 to anybody else, and while not rendered. */

/** GET /api/certificates/verify/:code → 200; 404 `{ …error }` for an unknown code. Public; no session needed (C8). */
export interface VerifyResponse {
  status: Status;
  kind: Kind;
  serial: string;
  issuer: string;
  /** Empty when the recipient does not show it, or has left. */
  recipient: string;
  achievements: Achievement[];
  issuedAt: string;
  revokedAt: string | null;
  revocationReason: string | null;
  expiresAt: string | null;
  /** The verification code of the certificate that replaces this one. */
  supersededBy: string | null;
  supersededAt: string | null;
  /** The verification code of the one that renewed it, before or after its end. */
  renewedBy: string | null;
  renewedAt: string | null;
  /** SHA-256 of the PDF, lower-case hexadecimal; null until it is rendered. */
  sha256: string | null;
}

/**
 * GET /api/certificates/files/:sha256 → 200; 404 when no PDF issued here has exactly these bytes. Public: the hash, 64
 * lower-case hexadecimal digits, is only to be had from the PDF.
 */
export interface FileLookupResponse {
  code: string;
  sha256: string;
}

export interface Achievement {
  code: string;
  name: string;
  mark: number | null;
  maximumMark: number;
}
