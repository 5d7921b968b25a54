import { openForeignSchool } from './foreign-school.ts';
import { gone } from './talks.ts';
import { tell, until } from './telling.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const ago = (days: number) => new Date(Date.now() - days * DAY_MS);

/** Certificates that live for a year, and what happens near the end of it. Prints one line of JSON. */
const strapi = await openForeignSchool();
const plugin = strapi.plugin('certificates');
const issuance = plugin.service('issuance');
const reminders = plugin.service('reminders');
const verification = plugin.service('verification');
const settings = plugin.service('settings');
const rowOf = (documentId: string) =>
  strapi.db.query('plugin::certificates.certificate').findOne({ where: { documentId } });
const about = (recipientKey: string) => ({ source: 'talks', kind: 'module', recipientKey, subject: 'TALK' });
const issue = async (recipientKey: string, at?: Date): Promise<string> =>
  (await issuance.issue(about(recipientKey), { asked: 'recipient' }, at)).documentId;
const verified = async (documentId: string) =>
  verification.verify((await rowOf(documentId)).verificationCode);

const current = await settings.current();
await settings.save({ ...current, expiry: { ...current.expiry, module: { type: 'period', months: 12 } } });
const ids = {
  fresh: await issue('fresh'),
  month: await issue('month', ago(340)),
  week: await issue('week-es', ago(360)),
  revoked: await issue('revoked', ago(340)),
  left: await issue('left', ago(340)),
  renewed: await issue('renewed', ago(340)),
  expired: await issue('expired', ago(400)),
};
await until(async () => (await Promise.all(Object.values(ids).map(rowOf))).every((row) => row.deliveredAt));
await issuance.revoke(ids.revoked, 'It was a test');
gone.add('left');
const renewals = await Promise.all(Array.from({ length: 8 }, () => issue('renewed')));
const renewedAgain = await issue('renewed');

const written = await Promise.all([reminders.run(), reminders.run()]);
const deliveries = () =>
  strapi.db
    .query('plugin::deliveries.delivery')
    .findMany({ where: { kind: 'certificates/reminder' }, orderBy: { id: 'asc' } });
await until(async () => (await deliveries()).every((row) => row.sentAt));
const writtenLater = await reminders.run();
const sent = (await deliveries()).map(({ key, to, attempts }) => ({
  to,
  daysBefore: Number(key.split('/')[2]),
  attempts,
}));
const attempts = await strapi.db
  .query('plugin::deliveries.attempt')
  .count({ where: { deliveryKey: { $in: (await deliveries()).map(({ key }) => key) } } });

const expiredBefore = await verified(ids.expired);
const renewalOfExpired = await issue('expired');
await settings.save({
  ...current,
  expiry: { ...current.expiry, module: { type: 'date', on: '2020-12-31' } },
});
const past = await issue('tardy').catch((error: Error & { details?: unknown }) => error.details);

tell({
  ids,
  fresh: (await rowOf(ids.fresh)).snapshot,
  freshCredential: JSON.parse((await rowOf(ids.fresh)).credential),
  renewals,
  renewedAgain,
  early: await verified(ids.renewed),
  earlyCode: (await rowOf(renewedAgain)).verificationCode,
  written,
  writtenLater,
  sent,
  attempts,
  expiredBefore,
  expiredAfter: await verified(ids.expired),
  expiredCode: (await rowOf(renewalOfExpired)).verificationCode,
  past,
});
// Its jobs may still be at work; what they work on is this run's alone.
process.exit(0);
