import { darkened, luminance } from './darkened';

const read = (hex: string) => ({
  r: parseInt(hex.slice(1, 3), 16),
  g: parseInt(hex.slice(3, 5), 16),
  b: parseInt(hex.slice(5, 7), 16),
});

it.each([
  { r: 255, g: 255, b: 255 },
  { r: 255, g: 220, b: 0 },
  { r: 44, g: 110, b: 105 },
  { r: 8, g: 8, b: 248 },
])('makes a ground for white letters of %p', (color) => {
  const ground = darkened(color);
  expect(ground).toMatch(/^#[0-9a-f]{6}$/);
  expect(1.05 / (luminance(read(ground)) + 0.05)).toBeGreaterThan(7);
});

it('leaves dark colours as they are', () => expect(darkened({ r: 16, g: 32, b: 40 })).toBe('#102028'));
