import { openForeignSchool, heard } from './foreign-school.ts';
import { BREAKS } from './talks.ts';
import { settled, tell, until } from './telling.ts';

/** What a rule, a source and listeners from outside come to, also broken ones. Prints one line of JSON. */
const strapi = await openForeignSchool();
const plugin = strapi.plugin('certificates');
const issuance = plugin.service('issuance');
const settings = plugin.service('settings');
const about = (recipientKey: string, subject = 'HTM') => ({
  source: 'talks',
  kind: 'module',
  recipientKey,
  subject,
});

const issued = await issuance.issue(about('rich'), { asked: 'recipient' });
const again = await issuance.issue(about('rich'), { asked: 'automatic' });
const poor = await settled(issuance.issue(about('poor'), { asked: 'recipient' }));
const byHand = { source: 'talks', kind: 'grade', recipientKey: 'rich' };
const manual = await settled(issuance.issue(byHand, { asked: 'recipient' }));
const byStaff = await settled(issuance.issue(byHand, { asked: 'staff' }));
const brokenSource = await settled(issuance.issue(about(BREAKS)));

await until(() => heard.some(({ name }) => name === 'certificate.deliver'));
await issuance.revoke(issued.documentId, 'It was a test');
await until(() => heard.some(({ name }) => name === 'certificate.revoke'));

const current = await settings.current();
await settings.save({ ...current, rules: { talks: { module: ['fees-paid', 'explosive'] } } });
const brokenRule = await settled(issuance.issue(about('another')));
await strapi.store.set({
  type: 'plugin',
  name: 'certificates',
  key: 'settings',
  value: { ...current, rules: { talks: { module: ['not-there'] } } },
});
const lostRule = await settled(issuance.issue(about('another')));
const refusedSettings = await settled(
  settings.save({ ...current, rules: { talks: { grade: ['fees-paid'] }, walks: {} } }),
);
const late = await settled((async () => plugin.service('extensions').registerRule({ ...LATE() }))());
const unknownEvent = await settled((async () => plugin.service('events').on('certificate.lost', () => {}))());

tell({
  issued,
  again,
  poor,
  manual,
  byStaff,
  brokenSource,
  brokenRule,
  lostRule,
  refusedSettings,
  late,
  unknownEvent,
  heard,
  rows: await strapi.db
    .query('plugin::certificates.certificate')
    .findMany({ select: ['source', 'kind', 'subject'] }),
  sources: plugin.service('extensions').sourceInfos(),
});
// Its jobs may still be at work; what they work on is this run's alone.
process.exit(0);

function LATE() {
  return {
    key: 'late',
    name: { en: 'Late', es: 'Tarde' },
    kinds: ['module'],
    order: 'post',
    evaluate: () => ({ eligible: true }),
  };
}
