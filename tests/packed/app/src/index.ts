import type { CertificateEvents, Rule, Snapshot } from '@lumino/strapi-plugin-certificates/strapi-server';
import type { Handler } from '@lumino/strapi-plugin-jobs/strapi-server';
import type { Core } from '@strapi/strapi';
import { grant } from './grant';
import { workshopSource } from './workshop-source';

declare module '@lumino/strapi-plugin-jobs/strapi-server' {
  interface Tasks {
    'workshops/note': { certificateId: string };
  }
}

/** Nobody gets a certificate for a workshop that was called off. */
const notCalledOff: Rule = {
  key: 'not-called-off',
  name: { en: 'The workshop took place', es: 'El taller se realizó' },
  kinds: ['module'],
  order: 'post',
  evaluate: ({ subject }) =>
    subject?.endsWith('(cancelado)')
      ? { eligible: false, rule: 'not-called-off', reason: 'called-off' }
      : { eligible: true },
};

const note: Handler<'workshops/note'> = async ({ certificateId }) => {
  const row = await strapi.db
    .query('plugin::certificates.certificate')
    .findOne({ where: { documentId: certificateId } });
  const snapshot: Snapshot = row.snapshot;
  strapi.log.info(`noted ${snapshot.serial}`);
};

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    strapi.plugin('jobs').service('queue').handle('workshops/note', note);
    if (process.env.WITHOUT_SOURCE) return;
    const extensions = strapi.plugin('certificates').service('extensions');
    extensions.registerSource(workshopSource(strapi));
    extensions.registerRule(notCalledOff);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await grant(strapi);
    const issued: keyof CertificateEvents = 'certificate.issue';
    const events = strapi.plugin('certificates').service('events');
    events.on(issued, async ({ certificateId }: CertificateEvents[typeof issued]) => {
      await strapi.plugin('jobs').service('queue').enqueue('workshops/note', { certificateId });
    });
  },
};
