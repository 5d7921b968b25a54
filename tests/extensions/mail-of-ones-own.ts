import type { Core } from '@strapi/types';

const WORDS = {
  en: { subject: 'Your workshop', heading: 'See you at the workshop', text: 'It begins at nine.' },
  es: { subject: 'Tu taller', heading: 'Nos vemos en el taller', text: 'Empieza a las nueve.' },
};

/** In `register()`. The letter is written when it is sent, from what is true then. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  strapi
    .plugin('deliveries')
    .service('kinds')
    .register({
      key: 'workshops/reminder',
      names: { en: 'Reminder of a workshop', es: 'Recordatorio de un taller' },
      compose: async ({ language }: { language: string }) => {
        const { subject, heading, text } = WORDS[language === 'es' ? 'es' : 'en'];
        return { subject, heading, paragraphs: [text], sender: 'Workshops' };
      },
    });
}

/** Anywhere; the key makes it once only. */
export const remind = (strapi: Core.Strapi, workshopId: string, to: string): Promise<string> =>
  strapi
    .plugin('deliveries')
    .service('ledger')
    .post({
      key: `workshop/${workshopId}`,
      kind: 'workshops/reminder',
      about: workshopId,
      to,
      language: 'es',
    });
