import type { Kind } from '../../../shared/contracts/certificate';

/**
 * `<username>_grade_certificate.pdf` (C4). What is no letter, digit, dot, dash or underscore of ASCII becomes an
 * underscore, so that a name can neither break a mail header nor leave a folder.
 */
export function fileName(stem: string, kind: Kind, subject: string | null): string {
  const safe = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[^A-Za-z0-9._-]+/g, '_')
      .replace(/^\.+/, '')
      .slice(0, 80) || 'student';
  const what = kind === 'grade' ? 'grade' : `${safe(subject ?? 'module').toLowerCase()}_module`;
  return `${safe(stem)}_${what}_certificate.pdf`;
}
