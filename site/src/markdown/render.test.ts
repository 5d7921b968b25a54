import { createAnchors } from '../lib/cms/anchors';
import type { Heading } from './headings';
import { renderCode, renderLine, renderMarkdown } from './render';

/** What stands in the page, one paragraph or block, without its surroundings. */
const render = (markdown: string, options = {}) => renderMarkdown(markdown, options);

describe('Markdown of a lesson (L1)', () => {
  it('has tables whose first row heads the columns, with a caption', async () => {
    const html = await render('| a |\n| - |\n| 1 |\n\nTable: Letters and *numbers*');
    expect(html).toContain('<th scope="col">a</th>');
    expect(html).toContain('<caption>Letters and <em>numbers</em></caption>');
    expect(html).not.toContain('Table:');
  });

  it('has tables whose first column heads the rows, where its own head is empty', async () => {
    const html = await render('| | always |\n| - | - |\n| seeing | blind |');
    expect(html).toContain('<td></td>');
    expect(html).toContain('<th scope="row">seeing</th>');
    expect(html).toContain('<td>blind</td>');
  });

  it('keeps a paragraph that merely follows a table', async () => {
    expect(await render('| a |\n| - |\n| 1 |\n\nTables are good.')).toContain('<p>Tables are good.</p>');
  });

  it.each([
    ['en', 'Notes', 'Back to reference 1'],
    ['es', 'Notas', 'Volver a la referencia 1'],
  ])('has footnotes whose words are in the reader’s language: %s', async (locale, title, back) => {
    const html = await render('Text[^1]\n\n[^1]: Note', { locale });
    expect(html).toContain(`>${title}</h2>`);
    expect(html).toContain(`aria-label="${back}"`);
  });

  it('tells the footnotes of several texts apart, and every link of one leads somewhere', async () => {
    const texts = [1, 2].map((number) => render('Text[^1] and again[^1]\n\n[^1]: Note', { number }));
    const html = (await Promise.all(texts)).join('');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const [, target] of html.matchAll(/ aria-describedby="([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('numbers the footnotes of all texts through, and puts them together where the page wants them', async () => {
    const notes = { count: 0, items: '' };
    const text = (number: number, markdown: string) => render(markdown, { number, notes, locale: 'es' });
    const first = await text(1, 'A[^x] B[^y]\n\n[^x]: One\n[^y]: Two');
    const second = await text(2, 'C[^x]\n\n[^x]: Three');
    expect(first + second).not.toContain('<section');
    expect([...(first + second).matchAll(/>(\d)<\/a><\/sup>/g)].map(([, n]) => n)).toEqual(['1', '2', '3']);
    expect(notes.count).toBe(3);
    expect(
      [...notes.items.matchAll(/<p>(\w+) <a [^>]*aria-label="([^"]+)"/g)].map(([, ...found]) => found),
    ).toEqual([
      ['One', 'Volver a la referencia 1'],
      ['Two', 'Volver a la referencia 2'],
      ['Three', 'Volver a la referencia 3'],
    ]);
  });

  it('shows callouts as GitHub writes them, in the reader’s language', async () => {
    expect(await render('> [!WARNING]\n> Mind the **gap**.', { locale: 'es' })).toBe(
      '<div class="callout warning" role="note">\n<p class="tone">Atención</p><p>Mind the <strong>gap</strong>.</p>\n</div>',
    );
    expect(await render('> [!TIP]\n>\n> - one')).toContain('<p class="tone">Tip</p>');
    expect(await render('> [!NOPE]\n> Text')).toContain('<blockquote>');
  });

  it('makes a figure of a picture that is alone and has a title', async () => {
    const picture = { url: '/uploads/a.png', width: 1600, height: 800, alt: '' };
    const renditions = [{ url: '/uploads/small_a.png', width: 400, height: 200 }];
    const html = await render('![A tree](/uploads/a.png "An oak")', {
      pictures: { '/uploads/a.png': { ...picture, renditions } },
    });
    expect(html).toBe(
      '<figure class="figure"><img src="/media/a.png" alt="A tree" width="1600" height="800" srcset="/media/small_a.png 400w, /media/a.png 1600w" sizes="(max-width: 50rem) 100vw, 46rem" loading="lazy" decoding="async"><figcaption>An oak</figcaption></figure>',
    );
  });

  it('asks no other site for a picture: it becomes a link', async () => {
    expect(await render('Look: ![a cat](https://cats.example/1.jpg)')).toBe(
      '<p>Look: <a href="https://cats.example/1.jpg" rel="noreferrer">a cat</a></p>',
    );
  });

  it('shows code in an unknown language plainly, and none of it as a formula', async () => {
    expect(await renderCode('x = 1', 'klingon')).toContain('x = 1');
    expect(await renderCode('x^2', 'math')).toContain('<pre class="shiki');
  });

  it('writes no style into the page, so that the policy can forbid them', async () => {
    const html = await render(
      '```js\nlet a = 1;\n```\n\n$$\n\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}\n$$',
    );
    expect(html).toContain('shiki');
    expect(html).toContain('<mtable');
    expect(html).not.toContain(' style=');
  });

  it('gives a line without a paragraph around it', async () => {
    expect(await renderLine('Is `1` *even*?')).toBe('Is <code>1</code> <em>even</em>?');
  });
});

describe('headings (L1)', () => {
  it('have ids, a link to themselves, and go into the table of contents', async () => {
    const headings: Heading[] = [];
    const html = await render('## First `step`\n\n### Deeper', {
      onHeading: (one: Heading) => headings.push(one),
    });
    expect(headings).toEqual([
      { id: 'first-step', text: 'First step', level: 2 },
      { id: 'deeper', text: 'Deeper', level: 3 },
    ]);
    expect(html).toContain(
      '<div class="heading"><h2 id="first-step">First <code>step</code></h2><a class="anchor" href="#first-step" aria-label="Link to “First step”">#</a></div>',
    );
  });

  it('never take an id that stands on the page already', async () => {
    const anchor = createAnchors();
    const html = `${await render('## Content\n\n## Same', { anchor })}${await render('## Same', { anchor })}`;
    expect([...html.matchAll(/h2 id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'content-1',
      'same',
      'same-1',
    ]);
  });

  it('are below the page’s title, whatever their author wrote', async () => {
    expect(await render('# Title')).toContain('<h2 id="title">');
  });
});
