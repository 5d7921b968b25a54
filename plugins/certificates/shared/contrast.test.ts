import { isReadableOnWhite } from './contrast';

describe('the contrast of an accent colour', () => {
  it.each(['#000000', '#1f5f5b', '#767676', '#B00020'])('lets %s be read on white', (color) => {
    expect(isReadableOnWhite(color)).toBe(true);
  });

  it.each(['#ffffff', '#777777', '#f2c94c'])('refuses %s', (color) => {
    expect(isReadableOnWhite(color)).toBe(false);
  });
});
