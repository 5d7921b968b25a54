import { AUDITED_ACTS, OBSTACLES, TRY_OUTCOMES } from '../../../shared/contracts/administration';
import { DELIVERY_STATES } from '../../../shared/contracts/deliveries';
import en from './en.json';
import es from './es.json';

/** The variables of an ICU message; what follows `one` or `other` is a text. */
const variables = (message: string): string[] =>
  [...new Set(message.match(/(?<=(?<!(?:one|other|=\d) )\{)\w+(?=[,}])/g) ?? [])].sort();

describe('what the administration of mails says', () => {
  it('is there in Spanish for each English sentence, and the other way round', () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.keys(en) as (keyof typeof en)[])('names the same facts in both languages: %s', (key) => {
    expect(variables(es[key])).toEqual(variables(en[key]));
  });

  it('has words for each state, outcome, act and obstacle', () => {
    const needed = [
      ...DELIVERY_STATES.map((one) => `state.${one}`),
      ...TRY_OUTCOMES.map((one) => `try.${one}`),
      ...AUDITED_ACTS.map((one) => `audit.${one}`),
      ...OBSTACLES.map((one) => `reason.${one}`),
    ];
    expect(needed.filter((key) => !(key in en))).toEqual([]);
  });
});
