import { construct, preparation } from './path-content';

describe('a path in a PDF', () => {
  it('has short numbers and knows its box', () => {
    const { operators, box } = construct('M1.23456 2H10V8.5Z');
    expect(operators.split('\n')).toEqual(['1.23 2 m', '10 2 l', '10 8.5 l', 'h']);
    expect(box).toEqual([1.23456, 2, 10, 8.5]);
  });

  it('takes arcs and relative steps', () => {
    expect(construct('M0 0a5 5 0 0 1 10 0z').operators).toMatch(/^0 0 m\n(.+ c\n)+h$/);
  });

  it('turns clockwise about its place and keeps the width of its line at any scale', () => {
    const item = {
      kind: 'path',
      d: '',
      x: 10,
      y: 20,
      scale: 2,
      rotation: 90,
      fill: null,
      stroke: '#000',
      strokeWidth: 1,
      opacity: 1,
    } as const;
    expect(preparation(item, 100)).toBe('0 -2 -2 0 10 80 cm\n0 0 0 RG .5 w');
  });
});
