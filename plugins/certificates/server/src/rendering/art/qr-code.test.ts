import { qrCode } from './qr-code';

describe('a QR code', () => {
  it('is one path of dark runs, with a quiet zone of four modules', () => {
    const item = qrCode('https://school.example/verify/0123456789ABCDEFGHJKMNPQRS', 10, 20, 92, '#1d2b2a');
    if (item.kind !== 'path') throw new Error('a QR code is a path');
    const starts = [...item.d.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((found) => found.slice(1).map(Number));
    const size = Math.round(92 / item.scale) - 8;
    expect((size - 17) % 4).toBe(0);
    expect(starts[0]).toEqual([4, 4, 7]);
    for (const [x = 0, y = 0, length = 0] of starts) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
      expect(Math.max(x + length, y + 1)).toBeLessThanOrEqual(size + 4);
    }
  });
});
