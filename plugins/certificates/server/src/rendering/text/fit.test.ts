import { widthOf } from '../fonts/font-files';
import { fit } from './fit';

const ROOM = { width: 450, height: 67, largest: 42, oneLineFrom: 26, lineHeight: 1.15 };

describe('a fitted text', () => {
  it('is as large as it may be when it is short', () => {
    expect(fit('Guido Rossi', 'display', ROOM)).toMatchObject({ size: 42, lines: ['Guido Rossi'] });
  });

  it('shrinks before it breaks', () => {
    const { size, lines } = fit('Maximiliana Hernández Villaseñor', 'display', ROOM);
    expect(lines).toHaveLength(1);
    expect(size).toBeLessThan(42);
    expect(size).toBeGreaterThanOrEqual(26);
  });

  it.each(['W'.repeat(200), 'María Fernanda de los Ángeles Villavicencio-Łukaszewicz y Núñez'])(
    'stays within its room, whole: %s',
    (text) => {
      const { size, lines, lineHeight } = fit(text, 'display', ROOM);
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.length * size * lineHeight).toBeLessThanOrEqual(ROOM.height);
      for (const line of lines) expect(widthOf(line, 'display', size)).toBeLessThanOrEqual(ROOM.width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    },
  );

  it('has its lines further apart where letters reach higher and deeper', () => {
    const apart = (name: string) => fit(name.repeat(5), 'display', ROOM).lineHeight;
    expect(apart('María Núñez ')).toBeLessThan(1.25);
    expect(apart('น้ำทิพย์ สู้ฎู ')).toBeGreaterThan(1.25);
  });
});
