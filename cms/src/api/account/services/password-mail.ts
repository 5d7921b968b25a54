import { createHash, randomBytes } from 'node:crypto';
import type { Core } from '@strapi/types';
import type { Letter } from '@lumino/strapi-plugin-deliveries/strapi-server';

const UID = 'api::password-reset.password-reset';
const USER = 'plugin::users-permissions.user';
const LIFETIME_MS = 30 * 60 * 1000;

const TEXTS = {
  en: {
    subject: 'A new password for Lumino',
    hello: (name: string) => `Hello, ${name}`,
    asked:
      'Somebody, we hope you, asked for a new password. Choose it within 30 minutes; the link works once.',
    button: 'Choose a new password',
    otherwise: 'If it was not you, do nothing: your password stays as it is.',
  },
  es: {
    subject: 'Una contraseña nueva para Lumino',
    hello: (name: string) => `Hola, ${name}:`,
    asked:
      'Alguien, esperamos que tú, pidió una contraseña nueva. Elígela en los próximos 30 minutos; el enlace funciona una sola vez.',
    button: 'Elegir una contraseña nueva',
    otherwise: 'Si no fuiste tú, no hagas nada: tu contraseña sigue siendo la misma.',
  },
};

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * The letter with a link, made when it is sent: the link is in no row and no job, and its 30 minutes begin then, also
   * after a mail server was down for a day.
   * @returns null when the user is gone or blocked.
   */
  async write(userKey: string): Promise<Letter | null> {
    const user = await strapi.db
      .query(USER)
      .findOne({ where: { documentId: userKey, blocked: { $ne: true } } });
    if (!user) return null;
    const token = randomBytes(32).toString('base64url');
    await strapi.db.query(UID).create({
      data: {
        tokenHash: hashToken(token),
        userKey,
        expiresAt: new Date(Date.now() + LIFETIME_MS).toISOString(),
      },
    });
    const language = user.language === 'es' ? 'es' : 'en';
    const site = strapi.config.get<string>('plugin::certificates.siteUrl');
    const texts = TEXTS[language];
    return {
      subject: texts.subject,
      heading: texts.hello(user.firstName || user.username),
      paragraphs: [texts.asked],
      button: {
        label: texts.button,
        url: `${site}${language === 'en' ? '' : `/${language}`}/reset-password?token=${token}`,
      },
      closing: texts.otherwise,
      sender: 'Lumino',
    };
  },
});
