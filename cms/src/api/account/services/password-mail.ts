import type { Core } from '@strapi/types';

const TEXTS = {
  en: {
    subject: 'A new password for Lumino',
    body: (name: string, link: string) =>
      `Hello ${name},\n\nsomebody, we hope you, asked for a new password. Choose it here within 30 minutes:\n\n${link}\n\nThe link works once. If it was not you, do nothing: your password stays as it is.\n\nLumino\n`,
  },
  es: {
    subject: 'Una contraseña nueva para Lumino',
    body: (name: string, link: string) =>
      `Hola, ${name}:\n\nalguien, esperamos que tú, pidió una contraseña nueva. Elígela aquí en los próximos 30 minutos:\n\n${link}\n\nEl enlace funciona una sola vez. Si no fuiste tú, no hagas nada: tu contraseña sigue siendo la misma.\n\nLumino\n`,
  },
};

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async send(
    user: { email: string; firstName?: string; username: string; language?: 'en' | 'es' },
    token: string,
  ): Promise<void> {
    const language = user.language ?? 'en';
    const site = strapi.config.get<string>('plugin::certificates.siteUrl');
    const link = `${site}${language === 'en' ? '' : `/${language}`}/reset-password?token=${token}`;
    const { subject, body } = TEXTS[language];
    await strapi
      .plugin('email')
      .service('email')
      .send({ to: user.email, subject, text: body(user.firstName || user.username, link) });
  },
});
