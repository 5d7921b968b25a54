import { embedOf } from './embed';

const UUID = '9c9de5e8-0a1e-484a-b099-e80766180a6d';

describe('videos of other sites (L1)', () => {
  it.each([
    ['https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=90s', 'aqz-KE-bpKQ?rel=0&autoplay=1&start=90'],
    ['https://youtu.be/aqz-KE-bpKQ', 'aqz-KE-bpKQ?rel=0&autoplay=1'],
    ['https://m.youtube.com/shorts/aqz-KE-bpKQ', 'aqz-KE-bpKQ?rel=0&autoplay=1'],
  ])('%s is played where YouTube sets no cookie', (address, end) => {
    expect(embedOf(address)).toEqual({
      src: `https://www.youtube-nocookie.com/embed/${end}`,
      origin: 'https://www.youtube-nocookie.com',
      service: 'YouTube',
    });
  });

  it.each([
    ['https://vimeo.com/1084537', '1084537?dnt=1&autoplay=1'],
    ['https://vimeo.com/1084537/a1b2c3d4e5', '1084537?dnt=1&autoplay=1&h=a1b2c3d4e5'],
    ['https://player.vimeo.com/video/1084537?h=a1b2c3d4e5', '1084537?dnt=1&autoplay=1&h=a1b2c3d4e5'],
  ])('%s is played by Vimeo, which is asked not to track', (address, end) => {
    expect(embedOf(address)?.src).toBe(`https://player.vimeo.com/video/${end}`);
  });

  it.each([
    `https://framatube.org/w/${UUID}`,
    `https://framatube.org/videos/watch/${UUID}`,
    'https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv',
  ])('%s is played by its own PeerTube server', (address) => {
    expect(embedOf(address)).toMatchObject({ origin: 'https://framatube.org', service: 'framatube.org' });
    expect(embedOf(address)?.src).toMatch(/^https:\/\/framatube\.org\/videos\/embed\//);
  });

  it.each([
    'http://www.youtube.com/watch?v=aqz-KE-bpKQ',
    'https://www.youtube.com/watch?v="><script>',
    'https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ',
    'https://vimeo.com/about',
    'https://user@framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv',
    'https://example.com/w/anything',
    'javascript:alert(1)',
    'no address',
  ])('%s has no player, so it stays a link', (address) => {
    expect(embedOf(address)).toBeNull();
  });
});
