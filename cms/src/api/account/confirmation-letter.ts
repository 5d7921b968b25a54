import type { Letter } from '@lumino/strapi-plugin-deliveries/strapi-server';
import { accountLetter, type AccountTexts } from './account-letter';

const TEXTS: Record<'en' | 'es', AccountTexts> = {
  en: {
    subject: 'Confirm your email address for Lumino',
    hello: (name) => `Welcome, ${name}`,
    asked:
      'Your Lumino account is ready, and you can learn already. Please confirm that this is your address, so that your certificates and a forgotten password find their way to you. The link below works once, in the next three days.',
    button: 'Confirm my address',
    otherwise: 'If you did not sign up for Lumino, you can ignore this mail.',
  },
  es: {
    subject: 'Confirma tu correo electrónico para Lumino',
    hello: (name) => `Te damos la bienvenida, ${name}:`,
    asked:
      'Tu cuenta de Lumino está lista y ya puedes empezar a aprender. Confirma que esta es tu dirección, para que te lleguen tus certificados y el enlace si olvidas tu contraseña. El enlace de aquí abajo funciona una sola vez, en los próximos tres días.',
    button: 'Confirmar mi dirección',
    otherwise: 'Si no te has registrado en Lumino, puedes ignorar este correo.',
  },
};

/** The mail in which a new student says that the address is theirs. */
export const confirmationLetter = (about: { name: string; url: string }, language: 'en' | 'es'): Letter =>
  accountLetter(TEXTS[language], about);
