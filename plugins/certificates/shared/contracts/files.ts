/** Of each kind of finding, at most so many are listed; all are counted. */
export const LISTED_MAX = 1000;

export interface Found<Item> {
  count: number;
  /** The first 1,000. */
  listed: Item[];
}

/** A file that no certificate names. */
export interface UnknownFile {
  /** Where it lies below the folder of the storage. */
  key: string;
  bytes: number;
  /** ISO 8601, UTC. */
  modifiedAt: string;
}

/** The file that a certificate names. */
export interface CertificateFile {
  certificateId: string;
  serial: string;
  key: string;
}

/** What came out when the files were compared with the certificates. */
export interface Inspection {
  /** ISO 8601, UTC. */
  startedAt: string;
  endedAt: string;
  files: number;
  /** Those that have a file, or should. */
  certificates: number;
  /** Of how many files the SHA-256 was worked out; of the others, only the size was compared. */
  hashed: number;
  /** At least an hour old, so that nothing is among them that is only just being written. Nobody removes them. */
  unknownFiles: Found<UnknownFile>;
  missingFiles: Found<CertificateFile>;
  /** Another size or another SHA-256 than the certificate says. */
  alteredFiles: Found<CertificateFile>;
  /** Half-written files of a crash, more than a day old, that were removed. */
  removedLeftovers: number;
}

/**
 * `GET /files` → 200, as it came out last, null before the first time; 403 without the action `settings`.
 * `POST /files/inspections` → 202, the same: every file is read, as a job.
 */
export interface FilesResponse {
  data: { last: Inspection | null; isRunning: boolean };
}

/**
 * `POST /files/:certificateId/drawings` → 200. `stored`: it was drawn again and is byte for byte what was issued; `intact`:
 * it is there and as it was. 404; 409 `drawn-otherwise` (what was drawn is something else, and was not stored),
 * `not-rendered`, `recipient-gone`.
 */
export interface DrawnAgainResponse {
  data: { outcome: 'stored' | 'intact' };
}
