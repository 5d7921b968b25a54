import rehypeShiki from '@shikijs/rehype';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { DEFAULT_LOCALE, type Locale } from '../i18n/locales';
import { stringsOf } from '../i18n/strings';
import type { Picture } from '../lib/cms/contracts';
import { createAnchors } from '../lib/cms/anchors';
import { rehypeCallouts } from './callouts';
import { remarkDollarMath, remarkLoneFormula } from './dollar-math';
import { rehypeCutFootnotes, rehypeFootnotes, type Notes } from './footnotes';
import { rehypeFormulas } from './formulas';
import { rehypeHeadings, type Heading } from './headings';
import { rehypeImages } from './images';
import { keepRendered } from './keep-rendered';
import { transformerStyleToClass } from './style-to-class';
import { rehypeTables } from './tables';

export { mediaUrl } from './images';

export interface RenderOptions {
  /** Of the page: in it are the words that are not the author's. */
  locale?: Locale;
  /** Gives headings their ids; one for all the texts of a page. */
  anchor?(heading: string): string;
  onHeading?(heading: Heading): void;
  /** Which text of the page this is: its footnotes are told from those of others by it. */
  number?: number | string;
  /** Collects the footnotes of all texts of the page; without it they stand below this one. */
  notes?: Notes;
  /** What the media library knows of the pictures in it, by their address. */
  pictures?: Record<string, Picture>;
}

/**
 * Raw HTML is not read at all, and what Markdown itself can say is cut to a safe list (L5) before plugins of ours add
 * callouts, figures, formulas and colours to it.
 */
const processor = ({
  locale = DEFAULT_LOCALE,
  anchor = createAnchors(),
  onHeading,
  number = 1,
  notes,
  pictures = {},
}: RenderOptions) => {
  const t = stringsOf(locale);
  const before = notes?.count ?? 0;
  // With a capital, unlike every id of a heading.
  const prefix = `Note${number}-`;
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkDollarMath)
    .use(remarkLoneFormula)
    .use(remarkRehype, {
      clobberPrefix: prefix,
      footnoteLabel: t.markdown.footnotes,
      footnoteBackLabel: (reference: number, again: number) =>
        t.markdown.backToReference(`${before + reference + 1}${again > 1 ? `-${again}` : ''}`),
    })
    .use(rehypeSanitize, { ...defaultSchema, clobberPrefix: '' })
    .use(rehypeFootnotes, { prefix, notes })
    .use(rehypeHeadings, { anchor, linkLabel: t.markdown.linkToHeading, onHeading })
    .use(rehypeCallouts, t.lesson.tones)
    .use(rehypeImages, pictures)
    .use(rehypeFormulas)
    .use(rehypeTables)
    .use(rehypeShiki, {
      themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
      defaultColor: false,
      fallbackLanguage: 'text',
      // None in advance, each when a text has it first: all of them together take seconds.
      langs: [],
      lazy: true,
      transformers: [transformerStyleToClass],
    })
    .use(rehypeCutFootnotes, notes)
    .use(rehypeStringify);
};

/** Markdown as safe HTML. */
export function renderMarkdown(markdown: string, options: RenderOptions = {}): Promise<string> {
  const render = async () => String(await processor(options).process(markdown));
  // A text that stands alone becomes the same each time; others count headings and notes with their page.
  const isAlone = Object.keys(options).every((name) => name === 'locale');
  return isAlone ? keepRendered(`${options.locale ?? DEFAULT_LOCALE} ${markdown}`, render) : render();
}

/** A line of Markdown, without the paragraph around it. */
export const renderLine = async (markdown: string, options?: RenderOptions): Promise<string> =>
  (await renderMarkdown(markdown, options)).replace(/^<p>([\s\S]*)<\/p>$/, '$1');

/** One block of code, highlighted like the others. */
export const renderCode = (code: string, language: string): Promise<string> => {
  const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  // Code about formulas is code; only a text's own fence of this name is a formula.
  return renderMarkdown(`${fence}${language === 'math' ? 'tex' : language}\n${code}\n${fence}`);
};
