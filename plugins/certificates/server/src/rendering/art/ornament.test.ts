import { rosette, wave } from './ornament';

describe('a rosette', () => {
  it('draws the same three lines at every size, turned against each other', () => {
    const paths = [...rosette(0, 0, 40, '#000000', 1), ...rosette(300, 300, 190, '#000000', 0.1)];
    expect(new Set(paths.map((item) => item.kind === 'path' && item.d)).size).toBe(3);
  });

  it('stays within its radius and closes without a gap', () => {
    const d = wave(0.93, 0.07, 36);
    const points = d
      .slice(1, -1)
      .split('C')
      .map((part) => part.split(' ').slice(-2).map(Number) as [number, number]);
    for (const [x, y] of points) expect(Math.hypot(x, y)).toBeLessThanOrEqual(1001);
    expect(points.at(-1)).toEqual(points[0]);
  });
});
