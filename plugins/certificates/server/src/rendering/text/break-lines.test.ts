import { widthOf } from '../fonts/font-files';
import { breakEvenly, breakLines, measure } from './break-lines';

const TEXT = 'Introducción a la programación orientada a objetos con énfasis en patrones';

describe('lines', () => {
  it('are broken between words and not wider than asked', () => {
    const lines = breakLines(measure(TEXT, 'text'), 12);
    expect(lines.join(' ')).toBe(TEXT);
    for (const line of lines) expect(widthOf(line, 'text', 1)).toBeLessThanOrEqual(12.01);
  });

  it('break a word that is wider than a line, and lose no letter', () => {
    const lines = breakLines(measure(`a ${'W'.repeat(50)} b`, 'text'), 10);
    expect(lines.join('').replaceAll(' ', '')).toBe(`a${'W'.repeat(50)}b`);
    for (const line of lines) expect(widthOf(line, 'text', 1)).toBeLessThanOrEqual(10.01);
  });

  it('are of like lengths when asked for, and not more of them', () => {
    const text = measure('María Fernanda de los Ángeles Villavicencio y Núñez', 'display');
    const greedy = breakLines(text, 20);
    const even = breakEvenly(text, 20);
    const shortest = (lines: string[]) => Math.min(...lines.map((line) => line.length));
    expect(even).toHaveLength(greedy.length);
    expect(shortest(even)).toBeGreaterThan(shortest(greedy));
  });

  it('are none for an empty text', () => {
    expect(breakLines(measure('', 'text'), 10)).toEqual([]);
  });
});
