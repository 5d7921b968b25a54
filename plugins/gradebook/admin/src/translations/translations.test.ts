import en from './en.json';
import es from './es.json';

/** The variables of an ICU message; what follows `one` or `other` is a text. */
const variables = (message: string): string[] =>
  [...new Set(message.match(/(?<=(?<!(?:one|other|=\d) )\{)\w+(?=[,}])/g) ?? [])].sort();

describe('what the gradebook says', () => {
  it('is there in Spanish for each English sentence, and the other way round', () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.keys(en) as (keyof typeof en)[])('names the same facts in both languages: %s', (key) => {
    expect(variables(es[key])).toEqual(variables(en[key]));
  });

  it('tells that marks were saved, in the words that were agreed (M2)', () => {
    expect(en['save.done']).toBe('Marks were successfully saved.');
    expect(es['save.done']).toBe('Las calificaciones se guardaron correctamente.');
    expect(en['cell.mark']).toBe('Mark for {student}');
  });
});
