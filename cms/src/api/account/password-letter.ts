import type { Letter } from '@lumino/strapi-plugin-deliveries/strapi-server';
import { accountLetter, type AccountTexts } from './account-letter';

const TEXTS: Record<'en' | 'es', AccountTexts> = {
  en: {
    subject: 'A new password for Lumino',
    hello: (name) => `Hello, ${name}`,
    asked:
      'Someone, hopefully you, asked for a new password for your Lumino account. The link below works once, in the next 30 minutes.',
    button: 'Choose a new password',
    otherwise: 'If it wasn’t you, you can ignore this mail: your password stays as it is.',
  },
  es: {
    subject: 'Una contraseña nueva para Lumino',
    hello: (name) => `Hola, ${name}:`,
    asked:
      'Alguien, esperamos que tú, pidió una contraseña nueva para tu cuenta de Lumino. El enlace de aquí abajo funciona una sola vez, en los próximos 30 minutos.',
    button: 'Elegir una contraseña nueva',
    otherwise: 'Si no fuiste tú, puedes ignorar este correo: tu contraseña sigue siendo la misma.',
  },
};

/** The mail in which somebody chooses a new password. */
export const passwordLetter = (about: { name: string; url: string }, language: 'en' | 'es'): Letter =>
  accountLetter(TEXTS[language], about);
