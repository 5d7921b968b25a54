import { toPicture } from './picture';
import { widthsOf } from './renditions';

const rendition = (width: number, mime: string) => ({
  url: `/uploads/w${width}.${mime.split('/')[1]}`,
  width,
  height: width / 2,
  mime,
});
const cover = {
  url: '/uploads/cover.png',
  width: 1600,
  height: 800,
  alternativeText: 'A cover',
  updatedAt: '2026-11-28T10:00:00.000Z',
};

describe('a picture for the site', () => {
  it('has its WebP renditions alone, narrowest first, and not the thumbnail in the original’s format', () => {
    const formats = {
      thumbnail: rendition(245, 'image/png'),
      w1600: rendition(1600, 'image/webp'),
      w400: rendition(400, 'image/webp'),
    };
    expect(toPicture({ ...cover, formats })?.renditions.map(({ width }) => width)).toEqual([400, 1600]);
  });

  it('from before there was WebP has what there is', () => {
    const formats = { thumbnail: rendition(245, 'image/png'), small: rendition(400, 'image/png') };
    expect(toPicture({ ...cover, formats })?.renditions.map(({ width }) => width)).toEqual([245, 400]);
  });

  it('has another address when other bytes took its place', () => {
    const before = toPicture(cover);
    const after = toPicture({ ...cover, updatedAt: '2026-11-28T10:00:01.000Z' });
    expect(before?.url).toMatch(/^\/uploads\/cover\.png\?v=\w+$/);
    expect(after?.url).not.toBe(before?.url);
  });
});

it.each([
  [300, [300]],
  [800, [400, 800]],
  [1600, [400, 800, 1200, 1600]],
  [4000, [400, 800, 1200, 1920]],
])('a picture %i pixels wide is drawn in the widths %j', (width, widths) => {
  expect(widthsOf(width)).toEqual(widths);
});
