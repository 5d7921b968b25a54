import { renderMarkdown } from './render';

/** The words of a text, with `«…»` around what became a formula. */
async function read(markdown: string): Promise<string> {
  const html = await renderMarkdown(markdown);
  return html
    .replace(/<math[\s\S]*?<\/math>/g, (math) => `«${math.replace(/<[^>]+>/g, '')}»`)
    .replace(/<[^>]+>/g, '')
    .trim();
}

describe('formulas (L1)', () => {
  it('are MathML, inside a line and as a block', async () => {
    expect(await renderMarkdown('If $x^2$ then')).toMatch(/^<p>If <math>.*<msup>.*<\/math> then<\/p>$/);
    for (const block of ['$$\nx = 1\n$$', '$$x = 1$$', '```math\nx = 1\n```'])
      expect(await renderMarkdown(block)).toMatch(
        /^<div class="formula scroll" tabindex="0"><math[^>]* display="block"/,
      );
  });

  it.each([
    ['It costs $5 or $10.', 'It costs $5 or $10.'],
    ['From $5–$10 a month', 'From $5–$10 a month'],
    ['$5, and $x$ is a number, for $7', '$5, and «x» is a number, for $7'],
    ['A $ alone, and $ two', 'A $ alone, and $ two'],
    ['Escaped \\$x\\$', 'Escaped $x$'],
    ['`$x$` is code', '$x$ is code'],
    ['US$20 and US$30', 'US$20 and US$30'],
    ['($a$), $b$; $c$.', '(«a»), «b»; «c».'],
    ['$$a$$ within', '«a» within'],
    ['a $b', 'a $b'],
    ['$HOME and ${PATH}', '$HOME and ${PATH}'],
  ])('%s: prices stay prices', async (markdown, words) => {
    expect(await read(markdown)).toBe(words);
  });

  it('may go over several lines', async () => {
    expect(await read('$a +\nb$')).toBe('«a+b»');
  });

  it('that are no TeX are shown as they were written', async () => {
    expect(await renderMarkdown('$\\frac{1$')).toBe('<p><code class="no-formula">\\frac{1</code></p>');
  });

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\class{evil}{x}',
    '\\id{content}{x}',
    '\\style{color:red}{x}',
    '\\data{onclick=alert(1)}{x}',
    '\\includegraphics{https://evil.example/x.png}',
    '\\text{<img src=x onerror=alert(1)>}',
    '\\textcolor{red;background:url(https://evil.example)}{x}',
    '\\unicode{x3c}script\\unicode{x3e}',
  ])('%s brings nothing into the page that runs or loads (L5)', async (tex) => {
    const html = await renderMarkdown(`$$\n${tex}\n$$`);
    expect(html).not.toMatch(/<[^>]*(href|src|onerror|onclick|style=|id="|evil")/);
    expect(html).not.toMatch(/<(a|img|script|svg|span)\b/);
  });

  it('that grow without end are cut off (L5)', async () => {
    const started = Date.now();
    for (const tex of [
      '\\def\\a{\\a\\a}\\a',
      '\\def\\a#1{#1#1}\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}}}}}}}',
      '{'.repeat(5_000),
      '\\sqrt'.repeat(3_000),
      '\\rule{99999em}{99999em}',
    ])
      await renderMarkdown(`$$\n${tex}\n$$`);
    expect(Date.now() - started).toBeLessThan(5_000);
  });
});
