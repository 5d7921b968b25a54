import { inLanguage } from '../language';
import { isolated } from './isolated';
import { spellDate } from '../templates/texts';
import type { Letter } from '@lumino/strapi-plugin-deliveries/strapi-server';
import type { MailFacts } from './mail-text';

/** The mail that says that a certificate will expire. */
export interface ReminderFacts extends Omit<MailFacts, 'verifyUrl'> {
  /** ISO 8601, UTC. */
  expiresAt: string;
  /** Whole days until then; 0 on the last. */
  daysLeft: number;
  /** Where the recipient renews. */
  renewalUrl: string;
}

interface Texts {
  subject(module: string | null): string;
  hello(name: string): string;
  lead(module: string | null, issuer: string): string;
  until(day: string, days: number): string;
  renew: string;
  button: string;
  serial: string;
  closing: string;
}

const TEXTS: Record<'en' | 'es', Texts> = {
  en: {
    subject: (module) =>
      module === null ? 'Your grade certificate expires soon' : `Your certificate expires soon: ${module}`,
    hello: (name) => `Hello, ${name}`,
    lead: (module, issuer) =>
      module === null
        ? `Your grade certificate from ${issuer}`
        : `Your certificate from ${issuer} for “${module}”`,
    until: (day, days) =>
      `is valid until ${day} (UTC)${days === 0 ? ': today is its last day' : days === 1 ? ', one day from now' : `, ${days} days from now`}.`,
    renew:
      'To renew it, sign in, open your certificates and choose “Renew”. If you still meet the requirements, we will mail you a new one.',
    button: 'Renew the certificate',
    serial: 'Serial number',
    closing: 'You lose nothing by renewing early: the certificate you have stays valid until its last day.',
  },
  es: {
    subject: (module) =>
      module === null
        ? 'Tu certificado de calificaciones caduca pronto'
        : `Tu certificado caduca pronto: ${module}`,
    hello: (name) => `Hola, ${name}:`,
    lead: (module, issuer) =>
      module === null
        ? `Tu certificado de calificaciones de ${issuer}`
        : `Tu certificado de ${issuer} por «${module}»`,
    until: (day, days) =>
      `es válido hasta el ${day} (UTC): ${days === 0 ? 'hoy es su último día' : days === 1 ? 'te queda un día' : `te quedan ${days} días`}.`,
    renew:
      'Para renovarlo, inicia sesión, abre tus certificados y elige «Renovar». Si sigues cumpliendo los requisitos, te enviaremos uno nuevo por correo.',
    button: 'Renovar el certificado',
    serial: 'Número de serie',
    closing:
      'No pierdes nada por renovarlo antes: el certificado que tienes sigue siendo válido hasta su último día.',
  },
};

export function reminderMail(facts: ReminderFacts, language: string): Letter {
  const texts = inLanguage(TEXTS, language);
  const module = facts.kind === 'module' ? isolated(facts.subject ?? '') : null;
  const issuer = isolated(facts.issuer);
  const day = spellDate(facts.expiresAt, language);
  return {
    subject: texts.subject(module),
    heading: texts.hello(isolated(facts.recipient)),
    paragraphs: [`${texts.lead(module, issuer)} ${texts.until(day, facts.daysLeft)}`, texts.renew],
    button: { label: texts.button, url: facts.renewalUrl },
    facts: [{ label: texts.serial, value: facts.serial }],
    closing: texts.closing,
    sender: issuer,
    accent: facts.accent,
  };
}
