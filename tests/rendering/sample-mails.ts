import type { Letter } from '../../plugins/deliveries/server/src/letter/letter.ts';
import { certificateMail } from '../../plugins/certificates/server/src/delivery/mail-text.ts';
import { reminderMail } from '../../plugins/certificates/server/src/delivery/reminder-text.ts';
import { confirmationLetter } from '../../cms/src/api/account/confirmation-letter.ts';
import { passwordLetter } from '../../cms/src/api/account/password-letter.ts';

export const MAIL_LANGUAGES = ['en', 'es'] as const;
type Language = (typeof MAIL_LANGUAGES)[number];

/** The names that are hardest on a mail, one in each language: from right to left, and as long as they come. */
const NAMES: Record<Language, string> = {
  en: 'ليلى عبد الرحمن (نور)',
  es: 'María de los Ángeles Fernández-Villaverde y Gutiérrez de la Concha',
};
const MODULES: Record<Language, string> = {
  en: 'مدخل إلى البرمجة (2)',
  es: 'Fundamentos de la electroencefalografía y de sus aplicaciones interdisciplinarias',
};
export const NO_SPACES = 'W'.repeat(200);

const TOKEN = 'q3Zr7xXKfWm0c9vTn1yB5LhD8sGkPaUeJiOoMtRwQd4';

/** Every mail that there is, for somebody of this name. */
export function lettersFor(
  language: Language,
  recipient = NAMES[language],
  subject = MODULES[language],
): Record<string, Letter> {
  const facts = {
    ...{ recipient, subject, issuer: 'Lumino', serial: '2026-ABCDE-FGHJK', accent: '#1f5f5b' },
    verifyUrl: 'https://lumino.example/verify/ABCDE-FGHJK-MNPQR-STUVW',
  };
  const expiry = {
    expiresAt: '2027-01-10T23:59:59.999Z',
    daysLeft: 30,
    renewalUrl: 'https://lumino.example/certificates',
  };
  return {
    'certificate-module': certificateMail({ ...facts, kind: 'module' }, language),
    'certificate-grade': certificateMail({ ...facts, kind: 'grade', subject: null }, language),
    reminder: reminderMail({ ...facts, ...expiry, kind: 'module' }, language),
    password: passwordLetter(
      { name: recipient, url: `https://lumino.example/reset-password?token=${TOKEN}` },
      language,
    ),
    confirmation: confirmationLetter(
      { name: recipient, url: `https://lumino.example/confirm-email?token=${TOKEN}` },
      language,
    ),
  };
}
