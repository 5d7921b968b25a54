import * as background from '../../extensions/background-work.ts';
import * as design from '../../extensions/certificate-design.ts';
import * as events from '../../extensions/certificate-events.ts';
import * as source from '../../extensions/certificate-source.ts';
import * as rule from '../../extensions/eligibility-rule.ts';
import * as mail from '../../extensions/mail-of-ones-own.ts';
import * as clock from '../../extensions/work-by-the-clock.ts';
import { openSchool } from './foreign-school.ts';
import { settled, tell, until } from './telling.ts';

/** Every example of the guide in one Strapi, and what comes of it. Prints one line of JSON. */
const strapi = await openSchool((school) => {
  for (const example of [background, design, events, source, rule, mail, clock])
    example.register({ strapi: school });
});
const plugin = strapi.plugin('certificates');
const about = { source: 'workshops', kind: 'module', recipientKey: 'ada', subject: 'WELD' };
const issued = await plugin.service('issuance').issue(about, { asked: 'recipient' });
const nobody = await settled(
  plugin.service('issuance').issue({ ...about, recipientKey: 'nobody' }, { asked: 'recipient' }),
);
await until(() => events.congratulate.length > 0);

await background.askForReport(strapi, 'kept');
const lost = await settled(background.askForReport(strapi, 'lost', true));
await until(() => background.written.includes('kept'));
await mail.remind(strapi, 'weld', 'ada@workshops.example');
const twice = await settled(mail.remind(strapi, 'weld', 'ada@workshops.example'));
const findMail = () =>
  strapi.db.query('plugin::deliveries.delivery').findOne({ where: { kind: 'workshops/reminder' } });
await until(async () => Boolean((await findMail())?.sentAt));
await until(() => clock.ticks.length > 0);

const facts = (mark: number) => ({ achievements: [{ code: 'WELD', name: 'Welding', mark, maximumMark: 9 }] });
tell({
  issued,
  nobody,
  congratulate: events.congratulate,
  written: background.written,
  lost,
  subject: (await findMail())?.subject,
  twice: Boolean(twice.message),
  ticks: clock.ticks.length,
  rules: [6, 5].map((mark) => rule.twoThirds.evaluate(facts(mark) as never, {} as never)),
  known: plugin
    .service('extensions')
    .templateInfos()
    .map(({ key }: { key: string }) => key),
});
// Its jobs may still be at work; what they work on is this run's alone.
process.exit(0);
