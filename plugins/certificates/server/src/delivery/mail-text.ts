import { inLanguage } from '../language';
import { isolated } from './isolated';
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
        ? `Here is your grade certificate from ${issuer}, attached to this mail. It lists every module you took, with your mark.`
        : `Here is your certificate from ${issuer} for “${subject}”, attached to this mail.`,
    check:
      'Anyone you show it to can check that it is genuine: the QR code on it and the link below both open its verification page.',
    button: 'Open the verification page',
    serial: 'Serial number',
    keep: 'Lost the file? You can download it again any time from your certificates page.',
  },
  es: {
    subject: ({ kind, subject }) =>
      kind === 'grade' ? 'Tu certificado de calificaciones' : `Tu certificado: ${subject}`,
    hello: (name) => `¡Felicidades, ${name}!`,
    lead: ({ kind, subject, issuer }) =>
      kind === 'grade'
        ? `Aquí tienes, adjunto a este correo, tu certificado de calificaciones de ${issuer}. Incluye todos los módulos que cursaste, con tu nota en cada uno.`
        : `Aquí tienes, adjunto a este correo, tu certificado de ${issuer} por «${subject}».`,
    check:
      'Quien lo vea puede comprobar que es auténtico: el código QR del certificado y el enlace de aquí abajo abren su página de verificación.',
    button: 'Abrir la página de verificación',
    serial: 'Número de serie',
    keep: '¿Perdiste el archivo? Puedes descargarlo de nuevo cuando quieras desde la página de tus certificados.',
  },
};

export function certificateMail(facts: MailFacts, language: string): Letter {
  const texts = inLanguage(TEXTS, language);
  const issuer = isolated(facts.issuer);
  const named = { ...facts, issuer, subject: facts.subject && isolated(facts.subject) };
  return {
    subject: texts.subject(named),
    heading: texts.hello(isolated(facts.recipient)),
    paragraphs: [texts.lead(named), texts.check],
    button: { label: texts.button, url: facts.verifyUrl },
    facts: [{ label: texts.serial, value: facts.serial }],
    closing: texts.keep,
    sender: issuer,
    accent: facts.accent,
  };
}
