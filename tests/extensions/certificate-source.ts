import type { Source } from '@lumino/strapi-plugin-certificates/strapi-server';
import type { Core } from '@strapi/types';

/** Who took part in which workshop; elsewhere this would be a content type. */
const attendances = new Map([
  ['ada', { name: 'Ada Byron', email: 'ada@workshops.example', workshop: 'WELD' }],
]);

/** Certificates for something that is no module: what the plugin has to know of it, as plain facts. */
export const workshops: Source = {
  key: 'workshops',
  // With `watch: [{ uid: 'api::attendance.attendance', actions: ['create'] }]` they are issued by themselves.
  watch: [],
  recipientKeyOf: () => null,
  affected: async () => [],
  async facts({ kind, recipientKey }) {
    const attendance = attendances.get(recipientKey);
    // Nobody of this key, or they have left: nothing is issued.
    if (!attendance) return null;
    return {
      kind,
      recipient: {
        key: recipientKey,
        name: attendance.name,
        email: attendance.email,
        language: 'en',
        fileStem: recipientKey,
      },
      subject: attendance.workshop,
      achievements: [{ code: attendance.workshop, name: 'Welding', mark: 9, maximumMark: 10, passMark: 5 }],
      offered: true,
    };
  },
};

/** In `register()`. */
export function register({ strapi }: { strapi: Core.Strapi }): void {
  strapi.plugin('certificates').service('extensions').registerSource(workshops);
}
