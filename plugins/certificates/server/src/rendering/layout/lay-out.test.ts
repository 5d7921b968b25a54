import type { TextItem } from '../display-list';
import { as, h, type Slot, slotted } from './element';
import { layOut } from './lay-out';

const slot = (lines: string[], more: Partial<Slot> = {}): Slot => ({
  lines,
  font: 'text',
  size: 10,
  letterSpacing: 0,
  lineHeight: 12,
  width: 200,
  height: 60,
  color: '#000000',
  align: 'flex-start',
  vertical: 'flex-start',
  ...more,
});
const fixed = (text: string) => h({ display: 'block', fontFamily: 'inter', fontSize: 10 }, text);
const page = (...children: Parameters<typeof h>[1][]) =>
  layOut(h({ width: 400, height: 400 }, ...children), 400, 400) as Promise<TextItem[]>;

describe('a page', () => {
  it('has lines of a slot where its box stands, in the order of the tree', async () => {
    const found = await page(fixed('before'), slotted(slot(['one', 'two'])), fixed('behind'));
    expect(found.map(({ text }) => text)).toEqual(['before', 'one', 'two', 'behind']);
    const [before, one, two, behind] = found.map(({ y }) => y) as [number, number, number, number];
    expect(two - one).toBe(12);
    expect(one - before).toBe(12);
    // The box is higher than its lines.
    expect(behind - one).toBe(60);
  });

  it('gives each certificate its own lines, although the frame is laid out once', async () => {
    const [first] = await page(slotted(slot(['María'])));
    const [second] = await page(slotted(slot(['José'])));
    expect([first?.text, second?.text]).toEqual(['María', 'José']);
    expect(second).toEqual({ ...first, text: 'José' });
  });

  it('has two pages of the same frame in two places of the structure, and the lines of a slot in one', async () => {
    const structures = async () =>
      (await page(as('H1', slotted(slot(['a', 'b']))))).map((item) => item.structure);
    const [first, second] = [await structures(), await structures()];
    expect(first[0]).toEqual({ role: 'H1' });
    expect(first[0]).toBe(first[1]);
    expect(first[0]).not.toBe(second[0]);
  });

  it.each([
    ['flex-start', 0],
    ['center', 24],
    ['flex-end', 48],
  ] as const)('has a line %s of its box', async (vertical, lower) => {
    const [top, line] = [
      (await page(slotted(slot(['x']))))[0],
      (await page(slotted(slot(['x'], { vertical }))))[0],
    ];
    expect((line?.y ?? 0) - (top?.y ?? 0)).toBe(lower);
  });

  it('ends lines at the right, and puts their middle in the middle', async () => {
    const [end] = await page(slotted(slot(['12'], { align: 'flex-end' })));
    const [middle] = await page(slotted(slot(['12'], { align: 'center' })));
    const width = 200 - (end?.x ?? 0);
    expect(width).toBeGreaterThan(8);
    expect(width).toBeLessThan(16);
    expect(Math.abs((middle?.x ?? 0) - (200 - width) / 2)).toBeLessThanOrEqual(0.5);
  });
});
