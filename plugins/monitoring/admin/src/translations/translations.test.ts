import en from './en.json';
import es from './es.json';

describe('what the plugin says', () => {
  it('is there in Spanish for each English sentence, and the other way round', () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(Object.entries({ en, es }))('leaves no sentence empty: %s', (_language, words) => {
    expect(Object.values(words).filter((text) => text.trim() === '')).toEqual([]);
  });
});
