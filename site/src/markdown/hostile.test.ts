import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { renderMarkdown } from './render';

/** Everything that a lesson's text may be made of; MathML is told apart by its root. */
const ELEMENTS = new Set(
  'p h2 h3 h4 h5 h6 a strong em del code pre span br hr ul ol li input blockquote div table caption thead tbody tr th td img figure figcaption sup section'.split(
    ' ',
  ),
);
const LOADS = [
  'src',
  'srcSet',
  'href',
  'data',
  'action',
  'formAction',
  'poster',
  'background',
  'ping',
  'cite',
];

/** What is wrong with a page that has this in it; nothing, if all is well. */
function faultsIn(html: string): string[] {
  const faults: string[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (node: Element, _, parent) => {
    const { tagName, properties } = node;
    const isMath = tagName === 'math' || (parent as { inMath?: boolean }).inMath === true;
    if (isMath) (node as { inMath?: boolean }).inMath = true;
    if (!isMath && !ELEMENTS.has(tagName)) faults.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties)) {
      const text = String(value);
      if (/^on/i.test(name) || ['style', 'srcDoc', 'name', 'is', 'slot', 'part'].includes(name))
        faults.push(`${tagName}.${name}`);
      if (isMath && (LOADS.includes(name) || name === 'id')) faults.push(`${tagName}.${name} in a formula`);
      if (name === 'href' && !/^(https?:|mailto:|irc|xmpp:|#|[^:]*$|[^:/?#]*[/?#])/i.test(text.trim()))
        faults.push(`href ${text}`);
      if (['src', 'srcSet'].includes(name) && !text.startsWith('/media/')) faults.push(`${name} ${text}`);
      if (name === 'id' && /[A-Z]/.test(text) && !/^Note\d/.test(text)) faults.push(`id ${text}`);
      if (name === 'id' && ['content', 'site-menu'].includes(text)) faults.push(`id ${text}`);
    }
  });
  return faults;
}

const faultsOf = async (markdown: string) => faultsIn(await renderMarkdown(markdown));

it.each([
  '<b>x</b>',
  '<p onclick="alert(1)">x</p>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" data:text/html,x">x</a>',
  '<img src="https://evil.example/x.png">',
  '<p style="color:red">x</p>',
  '<h2 id="content">x</h2>',
  '<math><mi id="x">x</mi></math>',
  '<math><mi href="https://evil.example">x</mi></math>',
])('a fault would be found: %s', (html) => {
  expect(faultsIn(html)).toHaveLength(1);
});

describe('Markdown of an author who means harm brings nothing into a page that runs, loads or takes over (L5)', () => {
  it.each([
    // HTML, which is not read at all.
    '<script>alert(1)</script>',
    '<ScRiPt src=//evil.example></sCrIpT>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<a href="x" onclick="alert(1)">x</a>',
    '<details open ontoggle=alert(1)>x</details>',
    '<style>*{background:url(//evil.example)}</style>',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<form action="https://evil.example"><button>x</button></form>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    'a <!-- --!><img src=x onerror=alert(1)> -->',
    '<x-element is="evil">x</x-element>',
    // Addresses.
    '[x](javascript:alert(1))',
    '[x](  JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](&#1;javascript:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '[x](vbscript:msgbox(1))',
    '[x](file:///etc/passwd)',
    '[x](blob:https://lumino.example/1)',
    '[x](view-source:javascript:alert(1))',
    '<javascript:alert(1)>',
    '[x][1]\n\n[1]: javascript:alert(1)',
    'https://example.com/"onmouseover="alert(1)',
    'www.example.com/<script>',
    '[x](https://example.com "a\\" onclick=\\"alert(1)")',
    '[x](https://example.com \'a" onclick="alert(1)\')',
    // Pictures.
    '![x](javascript:alert(1))',
    '![x](data:image/svg+xml,<svg onload=alert(1)>)',
    '![x](data:text/html,<script>alert(1)</script>)',
    '![x](https://evil.example/pixel.svg)',
    '![x](//evil.example/pixel.svg)',
    '![x](/uploads/../../evil)',
    '![x](x.png" onerror="alert(1))',
    '![x](/uploads/a.png "t\\" onerror=\\"alert(1)")',
    '![" onerror="alert(1)](/uploads/a.png)',
    '![x](/uploads/a.png,https://evil.example/b.png)',
    // Code and its language.
    '```js" onload="alert(1)\nx\n```',
    '```<script>alert(1)</script>\nx\n```',
    '```html\n<script>alert(1)</script>\n```',
    '```math\n\\href{javascript:alert(1)}{x}\n```',
    '`<img src=x onerror=alert(1)>`',
    // Ids that take over what a page has itself.
    '## content\n\n## site-menu\n\n## Content',
    '## __proto__\n\n## constructor\n\n## getElementById',
    '[^content]\n\n[^content]: x',
    '[^"><img src=x onerror=alert(1)>]\n\n[^"><img src=x onerror=alert(1)>]: x',
    '[^__proto__]\n\n[^__proto__]: x',
    // Callouts, tables, figures.
    '> [!NOTE]\n> <script>alert(1)</script>',
    '> [!<img src=x onerror=alert(1)>]\n> x',
    '| a |\n| - |\n| <img src=x onerror=alert(1)> |\n\nTable: <script>alert(1)</script>',
    '![x](/uploads/a.png "<script>alert(1)</script>")',
    '- [ ] <input onfocus=alert(1) autofocus>',
    // Formulas.
    '$\\href{javascript:alert(1)}{x}$',
    '$\\text{</math><img src=x onerror=alert(1)>}$',
    '$$\n\\html{<script>alert(1)</script>}\n$$',
    '$\\htmlId{content}{x}\\htmlStyle{background:url(//evil.example)}{x}\\htmlData{x=1}{x}$',
  ])('%s', async (markdown) => {
    expect(await faultsOf(markdown)).toEqual([]);
  });

  it('however deep it is nested, it comes to an end', async () => {
    const started = Date.now();
    for (const markdown of [
      '> '.repeat(500),
      '['.repeat(5_000),
      '*'.repeat(5_000),
      '$'.repeat(5_000),
      '`$'.repeat(2_500),
    ])
      expect(await faultsOf(`${markdown}x`)).toEqual([]);
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});
