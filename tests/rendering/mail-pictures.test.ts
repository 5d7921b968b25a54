import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { frameLetter } from '../../plugins/deliveries/server/src/letter/frame-letter.ts';
import type { Letter } from '../../plugins/deliveries/server/src/letter/letter.ts';
import { comparePictures } from './compared-pictures.ts';
import { lettersFor, MAIL_LANGUAGES, NO_SPACES } from './sample-mails.ts';
import { seeMails, type SeenMail } from './seen-mails.ts';

jest.setTimeout(180_000);

const GOLDEN = path.resolve('tests/rendering/golden-mails');
const DIFFERENCES = path.resolve('test-results/pictures');
/** Set to accept what is drawn now; then look at the pictures that changed before they are committed. */
const ACCEPTS = process.env.ACCEPT_PICTURES === '1';
/** Part of all pixels; the edges of letters may come out otherwise on another processor. */
const SAME = 0.001;
const GOLDEN_MAX_BYTES = 700_000;

/** Of a telephone, and of a window of a mail program. */
const WIDTHS = [360, 800];
const FINE: Partial<SeenMail> = { overflow: 0, external: [], wrong: [] };
/** Pixels: what WCAG 2.2 (2.5.5) and both makers of telephones ask for. */
const TOUCHABLE = 44;

function mailOf(letter: Letter, language: string): { html: string; text: string } {
  const { html = '', text } = frameLetter(letter, language);
  return { html, text };
}
const framed = MAIL_LANGUAGES.flatMap((language) =>
  Object.entries(lettersFor(language)).map(([key, letter]) => ({
    name: `${key}-${language}`,
    ...mailOf(letter, language),
  })),
);
const views = framed.flatMap(({ name, html }) =>
  WIDTHS.flatMap((width) =>
    [false, true].map((isDark) => ({
      name: `${name}-${width}-${isDark ? 'dark' : 'light'}`,
      ...{ html, width, isDark },
      // Framed like the other certificate; its words are looked at all the same.
      isKept: !name.startsWith('certificate-grade'),
    })),
  ),
);
const kept = views.filter(({ isKept }) => isKept);
const withoutSheet = (html: string): string => html.replace(/<style>.*<\/style>/s, '');
const seen = (htmls: string[], { isDark = false, width = 360 } = {}): SeenMail[] =>
  seeMails(htmls.map((html) => ({ html, width, isDark, file: null })));
const htmlOf = (name: string): string => framed.find((one) => one.name === name)?.html as string;

describe('what a mail looks like', () => {
  let folder: string;
  let results: SeenMail[];
  const fileOf = (name: string) => path.join(folder, `${name}.png`);
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-mails-'));
    results = seeMails(
      views.map(({ name, isKept, ...view }) => ({ ...view, file: isKept ? fileOf(name) : null })),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is what it was: in each language, on a telephone and in a window, light and dark', () => {
    for (const directory of [GOLDEN, DIFFERENCES]) mkdirSync(directory, { recursive: true });
    const golden = (name: string) => path.join(GOLDEN, `${name}.png`);
    expect(kept.filter(({ name }) => !ACCEPTS && !existsSync(golden(name)))).toEqual([]);
    const compared = comparePictures(
      kept.map(({ name, width }) => ({
        ...{ a: golden(name), b: fileOf(name), width, accept: ACCEPTS },
        difference: path.join(DIFFERENCES, `${name}.png`),
      })),
    );
    const others = kept.filter((_, index) => (compared[index]?.changed ?? 1) > SAME);
    for (const { name } of others) copyFileSync(fileOf(name), path.join(DIFFERENCES, `${name}-now.png`));
    expect(
      others.map(
        ({ name }) =>
          `${name} looks otherwise: see test-results/pictures/${name}.png and ${name}-now.png. If it is meant, accept it: ACCEPT_PICTURES=1 npm test -- unit mail-pictures`,
      ),
    ).toEqual([]);
  });

  it('is kept in few bytes, and of each picture there is a mail', () => {
    const files = readdirSync(GOLDEN);
    expect(files.sort()).toEqual(kept.map(({ name }) => `${name}.png`).sort());
    const bytes = files.reduce((sum, file) => sum + statSync(path.join(GOLDEN, file)).size, 0);
    expect(bytes).toBeLessThan(GOLDEN_MAX_BYTES);
  });

  it('can be read by everybody (WCAG 2.2 AA), fits, and fetches nothing', () => {
    views.forEach(({ name }, index) => expect({ name, ...results[index] }).toMatchObject({ name, ...FINE }));
  });

  it('has a button that a thumb finds', () => {
    for (const { button } of results) expect(button).toBeGreaterThanOrEqual(TOUCHABLE);
  });
});

describe('a mail at its worst', () => {
  it('fits a telephone with names of 200 letters and no space (P5)', () => {
    const mails = MAIL_LANGUAGES.flatMap((language) =>
      Object.values(lettersFor(language, NO_SPACES, NO_SPACES)).map((one) => mailOf(one, language).html),
    );
    for (const one of seen(mails.flatMap((html) => [html, withoutSheet(html)])))
      expect(one).toMatchObject(FINE);
    const unbroken = (mails[0] as string).replaceAll('overflow-wrap:anywhere;word-break:break-word', '');
    expect(seen([unbroken])[0]?.overflow).toBeGreaterThan(0);
  });

  it('can be read in programs that drop its style sheet, also dark ones', () => {
    const bare = framed.map(({ html }) => withoutSheet(html));
    expect(bare.join()).not.toContain('@media');
    for (const isDark of [false, true])
      for (const one of seen(bare, { isDark })) expect(one).toMatchObject(FINE);
  });

  it('would be found out if its dark colors could not be read', () => {
    const html = htmlOf('password-en');
    const spoilt = html.replace('.quiet { color: #aab6b3 !important; }', '');
    expect(spoilt).not.toBe(html);
    const [dark] = seen([spoilt], { isDark: true });
    expect(dark?.wrong).toContainEqual(expect.stringMatching(/^color-contrast: /));
  });
});

describe('the two forms of a mail', () => {
  /** Words as somebody reads them, in their order. */
  const wordsOf = (text: string): string[] =>
    text
      .replace(/https?:\/\/\S+/g, ' ')
      .replace(/[\u2068\u2069:]/g, '')
      .split(/\s+/)
      .filter(Boolean);
  const textOf = (html: string): string =>
    html
      .replace(/^.*<body[^>]*>/s, '')
      .replace(/<\/?(bdi|strong|a)\b[^>]*>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

  it.each(framed)('say the same words in the same order: $name', ({ text, html }) => {
    expect(wordsOf(textOf(html))).toEqual(wordsOf(text));
    expect(wordsOf(textOf(html)).length).toBeGreaterThan(20);
  });

  it.each(MAIL_LANGUAGES)('say in what language they are and where names begin and end (%s)', (language) => {
    for (const { html } of framed.filter(({ name }) => name.endsWith(`-${language}`))) {
      expect(html).toContain(`<html lang="${language}" dir="ltr">`);
      expect(html).toMatch(/<h1 [^>]*>[^<]*<bdi>[^<]+<\/bdi>/);
    }
  });
});
