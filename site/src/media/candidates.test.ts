import { candidatesOf } from './candidates';

const rendition = (width: number) => ({ url: `/uploads/w${width}.webp?v=1`, width, height: width / 2 });
const picture = (width: number, ...widths: number[]) => ({
  ...{ url: '/uploads/a.png?v=1', width, height: width / 2, alt: '' },
  renditions: widths.map(rendition),
});
const offered = (...of: Parameters<typeof picture>) =>
  candidatesOf(picture(...of)).offered.map(({ width }) => width);

describe('what a browser may choose from', () => {
  it('is what was drawn from a picture, and not the original beside it', () => {
    expect(offered(1600, 400, 800, 1200, 1600)).toEqual([400, 800, 1200, 1600]);
    expect(offered(4000, 400, 800, 1200, 1920)).toEqual([400, 800, 1200, 1920]);
  });

  it('is the original where nothing that was drawn is as wide, or nothing was', () => {
    expect(offered(1600, 400, 800, 1200)).toEqual([400, 800, 1200, 1600]);
    expect(offered(300)).toEqual([300]);
  });

  it('is a column’s width for what cannot choose', () => {
    expect(candidatesOf(picture(1600, 400, 800, 1600)).src).toBe('/uploads/w800.webp?v=1');
    expect(candidatesOf(picture(300)).src).toBe('/uploads/a.png?v=1');
  });
});
