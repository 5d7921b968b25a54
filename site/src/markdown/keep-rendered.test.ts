import { keepRendered } from './keep-rendered';

describe('rendered texts that are kept', () => {
  const rendered: string[] = [];
  const render = (text: string) =>
    keepRendered(text, async () => {
      rendered.push(text);
      return `<p>${text}</p>`;
    });

  it('are rendered once, also for many at once, and each for itself', async () => {
    const texts = await Promise.all(['a', 'a', 'b'].map(render));
    expect(texts).toEqual(['<p>a</p>', '<p>a</p>', '<p>b</p>']);
    expect(await render('a')).toBe('<p>a</p>');
    expect(rendered).toEqual(['a', 'b']);
  });

  it('are not kept when rendering fails', async () => {
    const fail = () => keepRendered('c', () => Promise.reject(new Error('no grammar')));
    await expect(fail()).rejects.toThrow('no grammar');
    expect(await render('c')).toBe('<p>c</p>');
  });
});
