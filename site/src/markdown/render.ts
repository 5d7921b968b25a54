import rehypeShiki from '@shikijs/rehype';
import type { Root } from 'hast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { transformerStyleToClass } from './style-to-class';
import { unified } from 'unified';

/** Links to pictures of the media library go through the site: the cms need not be on the internet. */
export const mediaUrl = (url: string): string =>
  url.startsWith('/uploads/') ? `/media/${url.slice('/uploads/'.length)}` : url;

const rewriteMedia = () => (tree: Root) => {
  const visit = (node: any): void => {
    if (node.tagName === 'img' && typeof node.properties?.src === 'string') {
      node.properties.src = mediaUrl(node.properties.src);
      node.properties.loading = 'lazy';
    }
    // A wide table scrolls inside itself, also by keyboard.
    for (const [index, child] of (node.children ?? []).entries()) {
      if (child.tagName === 'table') {
        node.children[index] = {
          type: 'element',
          tagName: 'div',
          properties: { className: ['scroll'], tabIndex: 0 },
          children: [child],
        };
      }
      visit(child);
    }
  };
  visit(tree);
};

/**
 * Raw HTML is not read at all, and what Markdown itself can say is cut to a safe list (L5) before the highlighter, which
 * is ours, adds its own.
 */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize, { ...defaultSchema, clobberPrefix: '' })
  .use(rehypeSlug)
  .use(rewriteMedia)
  .use(rehypeShiki, {
    themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    defaultColor: false,
    fallbackLanguage: 'text',
    lazy: true,
    transformers: [transformerStyleToClass],
  })
  .use(rehypeStringify);

/** Markdown as safe HTML. */
export async function renderMarkdown(markdown: string): Promise<string> {
  return String(await processor.process(markdown));
}

/** One block of code, highlighted like the others. */
export const renderCode = (code: string, language: string): Promise<string> => {
  const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return renderMarkdown(`${fence}${language}\n${code}\n${fence}`);
};

/** The headings of a text, for a table of contents: those of the second level, with the anchors `renderMarkdown` gives. */
export function headingsOf(html: string): { id: string; text: string }[] {
  return [...html.matchAll(/<h2 id="([^"]+)"[^>]*>([\s\S]*?)<\/h2>/g)].map(([, id = '', inner = '']) => ({
    id,
    text: inner.replace(/<[^>]+>/g, ''),
  }));
}
