import { headingsOf, renderCode, renderMarkdown } from './render';

describe('Markdown is rendered safely (L5)', () => {
  it.each([
    ['<script>alert(1)</script>', 'script'],
    ['<img src=x onerror=alert(1)>', 'onerror'],
    ['[x](javascript:alert(1))', 'javascript:'],
    ['[x](  JaVaScRiPt:alert(1))', 'javascript:'],
    ['![x](data:text/html,<script>alert(1)</script>)', 'data:'],
    ['[x](vbscript:msgbox)', 'vbscript'],
    ['<iframe src="//evil.example"></iframe>', 'iframe'],
    ['<a href="x" onclick="alert(1)">x</a>', 'onclick'],
    ['<svg><script>alert(1)</script></svg>', '<svg'],
  ])('%s never runs', async (markdown, forbidden) => {
    const html = (await renderMarkdown(markdown)).toLowerCase();
    expect(html.replace(/&#x3c;|&lt;/g, '')).not.toMatch(new RegExp(`<[^>]*${forbidden.replace('<', '')}`));
  });

  it('no style is written into the page, so that the policy can forbid them', async () => {
    expect(await renderCode('let a = 1;', 'js')).not.toContain('style=');
  });
});

it('tables, footnotes and code are rendered', async () => {
  const html = await renderMarkdown(
    '| a |\n| - |\n| 1 |\n\nText[^1]\n\n[^1]: Note\n\n```python\nprint(1)\n```',
  );
  expect(html).toContain('<table>');
  expect(html).toContain('footnote');
  expect(html).toContain('class="shiki');
});

it('code in an unknown language is shown plainly', async () => {
  expect(await renderCode('x = 1', 'klingon')).toContain('x = 1');
});

it('pictures of the media library come through the site', async () => {
  expect(await renderMarkdown('![a](/uploads/a.png)')).toContain('src="/media/a.png"');
});

it('headings get anchors that a table of contents can use', async () => {
  expect(headingsOf(await renderMarkdown('## First `step`\n\n## Second'))).toEqual([
    { id: 'first-step', text: 'First step' },
    { id: 'second', text: 'Second' },
  ]);
});
