import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Picture } from '../lib/cms/contracts';
import { candidatesOf } from '../media/candidates';

/** Links to files of the media library go through the site: the cms need not be on the internet. */
export const mediaUrl = (url: string): string =>
  url.startsWith('/uploads/') ? `/media/${url.slice('/uploads/'.length)}` : url;

/** As wide as the column of text. */
const SIZES = '(max-width: 50rem) 100vw, 46rem';

/**
 * Pictures of the media library, in the sizes it has them. A picture from anywhere else is a link to it: reading a lesson
 * asks no other site for anything. Alone in its paragraph and with a title, a picture is a figure with a caption.
 *
 * @param pictures by their address on the cms.
 */
export const rehypeImages = (pictures: Record<string, Picture>) => (tree: Root) => {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'p' && parent && index !== undefined) {
      const figure = toFigure(node, pictures);
      if (figure) {
        parent.children[index] = figure;
        return SKIP;
      }
    }
    if (node.tagName !== 'img' || !parent || index === undefined) return;
    parent.children[index] = toImage(node, pictures);
    return SKIP;
  });
};

function toFigure(paragraph: Element, pictures: Record<string, Picture>): Element | null {
  const only = paragraph.children.length === 1 ? paragraph.children[0] : undefined;
  if (only?.type !== 'element' || only.tagName !== 'img' || !only.properties.title) return null;
  const caption = String(only.properties.title);
  const image = toImage(only, pictures);
  if (image.type !== 'element' || image.tagName !== 'img') return null;
  delete image.properties.title;
  return element('figure', { className: ['figure'] }, [
    image,
    element('figcaption', {}, [{ type: 'text', value: caption }]),
  ]);
}

function toImage(node: Element, pictures: Record<string, Picture>): ElementContent {
  const source = String(node.properties.src ?? '');
  const alt = String(node.properties.alt ?? '');
  const url = mediaUrl(source);
  if (!url.startsWith('/media/')) {
    const words: ElementContent = { type: 'text', value: alt || source };
    return /^https?:/i.test(source) ? element('a', { href: source, rel: ['noreferrer'] }, [words]) : words;
  }
  const picture = pictures[source];
  const { src, offered } = picture ? candidatesOf(picture) : { src: url, offered: [] };
  const sized = picture && {
    ...(picture.width && picture.height ? { width: picture.width, height: picture.height } : {}),
    srcSet: offered.map((one) => `${mediaUrl(one.url)} ${one.width}w`).join(', '),
    sizes: SIZES,
  };
  const { title } = node.properties;
  const words = title ? { title } : {};
  return element(
    'img',
    { src: mediaUrl(src), alt, ...words, ...sized, loading: 'lazy', decoding: 'async' },
    [],
  );
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({ type: 'element', tagName, properties, children });
