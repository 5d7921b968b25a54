import { languageOf } from '../language';
import { spellDate, spellLastDay, spellMark, textsFor, textsOf } from './texts';

describe('the words of a certificate', () => {
  it('are Spanish in every kind of Spanish, and English wherever there are none', () => {
    expect(['es', 'es-MX', 'en-GB', 'fr'].map(languageOf)).toEqual(['es', 'es', 'en', 'en']);
  });

  it('tell one module from several', () => {
    expect(textsOf('en').completed.grade(1)).toContain('following module,');
    expect(textsOf('es').completed.grade(3)).toContain('siguientes 3 módulos');
  });

  it('spell the day of issue in UTC', () => {
    expect(spellDate('2026-11-24T23:30:00.000Z', 'en')).toBe('November 24, 2026');
    expect(spellDate('2026-11-24T23:30:00.000Z', 'es')).toBe('24 de noviembre de 2026');
  });

  it('spell marks as the language does', () => {
    expect([spellMark(8.5, 'en'), spellMark(8.5, 'es'), spellMark(null, 'es')]).toEqual(['8.5', '8,5', '–']);
  });
});

describe('the words of a school (C4)', () => {
  const snapshot = (texts: object) => ({ language: 'en', issuer: { texts } }) as never;

  it('stand in the place of the usual ones, with the number of modules', () => {
    const texts = textsFor(snapshot({ gradeCompleted: 'passed {count} of {count}', note: 'Accredited' }));
    expect(texts.completed.grade(5)).toBe('passed 5 of 5');
    expect(texts.note).toBe('Accredited');
    expect(texts.certifies).toBe('This certifies that');
  });

  it('name the last day of validity, though the end is the first instant of the next', () => {
    expect(spellLastDay('2027-12-01T00:00:00.000Z', 'en')).toBe('November 30, 2027');
    expect(spellLastDay('2027-11-30T23:59:59.999Z', 'en')).toBe('November 30, 2027');
  });
});
