import type { Achievement, Kind } from './contracts/certificate';
import type { BrandingText, Picture } from './contracts/settings';

/**
 * Every fact a certificate shows, as it was on the day of issue. Plain JSON, kept in the row for ever: the same
 * snapshot, template version and fonts give the same bytes.
 */
export interface Snapshot {
  version: 1;
  kind: Kind;
  /** BCP 47; a template falls back to English where it has no texts in this language. */
  language: string;
  issuer: Issuer;
  recipient: { name: string };
  achievements: Achievement[];
  /** ISO 8601, UTC. */
  issuedAt: string;
  /** ISO 8601, UTC, or null when it does not expire. */
  expiresAt: string | null;
  serial: string;
  verificationCode: string;
  /** Where the QR code leads. */
  verifyUrl: string;
  template: { key: string; version: number; options: Record<string, unknown> };
}

export interface Issuer {
  name: string;
  url: string;
  /** An SVG path in a 24 × 24 box, drawn in the accent colour; null: no logo. */
  logoPath: string | null;
  /** `#rrggbb` */
  accent: string;
  signatures: { name: string; title: string; picture?: SnapshotPicture }[];
  /** In the place of `logoPath`. */
  logo?: SnapshotPicture;
  /** Shown where it is not said. */
  seal?: { shown: boolean };
  /** In the language of the certificate, and only those that are in the place of the plugin's own. */
  texts?: Partial<Record<BrandingText, string>>;
}

/** A picture by its key, which is the hash of its bytes: so the snapshot fixes what is seen. */
export type SnapshotPicture = Pick<Picture, 'key' | 'width' | 'height'>;
