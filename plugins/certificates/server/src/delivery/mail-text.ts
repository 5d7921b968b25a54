import { inLanguage } from '../language';
import type { Letter } from '@lumino/strapi-plugin-deliveries/strapi-server';

/** The mail that carries a certificate. Only the facts of the certificate go in, and none of them unescaped. */
export interface MailFacts {
  recipient: string;
  issuer: string;
  kind: 'grade' | 'module';
  /** The module's name, for the module certificate. */
  subject: string | null;
  serial: string;
  verifyUrl: string;
  accent: string;
}

interface Texts {
  subject(facts: MailFacts): string;
  hello(name: string): string;
  lead(facts: MailFacts): string;
  check: string;
  button: string;
  serial: string;
  keep: string;
}

const TEXTS: Record<'en' | 'es', Texts> = {
  en: {
    subject: ({ kind, subject }) =>
      kind === 'grade' ? 'Your grade certificate' : `Your certificate: ${subject}`,
    hello: (name) => `Congratulations, ${name}!`,
    lead: ({ kind, subject, issuer }) =>
      kind === 'grade'
        ? `Your grade certificate from ${issuer} is attached, with every module you took and its mark.`
        : `Your certificate from ${issuer} for “${subject}” is attached.`,
    check:
      'Anybody you show it to can check that it is real: the QR code on it leads to its verification page.',
    button: 'Open the verification page',
    serial: 'Serial number',
    keep: 'You can download it again at any time on your certificates page.',
  },
  es: {
    subject: ({ kind, subject }) =>
      kind === 'grade' ? 'Tu certificado de calificaciones' : `Tu certificado: ${subject}`,
    hello: (name) => `¡Enhorabuena, ${name}!`,
    lead: ({ kind, subject, issuer }) =>
      kind === 'grade'
        ? `Adjunto encontrarás tu certificado de calificaciones de ${issuer}, con todos los módulos que cursaste y su calificación.`
        : `Adjunto encontrarás tu certificado de ${issuer} por «${subject}».`,
    check:
      'Cualquier persona a quien se lo muestres puede comprobar que es auténtico: su código QR lleva a la página de verificación.',
    button: 'Abrir la página de verificación',
    serial: 'Número de serie',
    keep: 'Puedes descargarlo de nuevo cuando quieras en la página de tus certificados.',
  },
};

export function certificateMail(facts: MailFacts, language: string): Letter {
  const texts = inLanguage(TEXTS, language);
  return {
    subject: texts.subject(facts),
    heading: texts.hello(facts.recipient),
    paragraphs: [texts.lead(facts), texts.check],
    button: { label: texts.button, url: facts.verifyUrl },
    facts: [{ label: texts.serial, value: facts.serial }],
    closing: texts.keep,
    sender: facts.issuer,
    accent: facts.accent,
  };
}
