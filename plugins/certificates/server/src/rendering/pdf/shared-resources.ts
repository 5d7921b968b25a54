import { PDFContext, type PDFDocument, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import type { DrawnPage, PathItem } from '../display-list';
import { remember } from '../remember';
import { construct, painting } from './path-content';

/** Shorter paths cost less written out again than named. */
const WORTH_SHARING = 200;

/** The ornaments of a template are the same in all its certificates, and compressing them takes longest. */
const compressed = remember(100, (content) => PDFContext.create().flateStream(content).getContents());

const identity = (item: PathItem): string => `${painting(item)} ${item.d}`;

export interface SharedResources {
  /** Paints a path: named where the document draws it more than once, else written out. */
  paint(item: PathItem): string;
  /** Selects an opacity. */
  opacity(value: number): string;
  /** Makes everything that was named known to a page. */
  offerTo(page: PDFPage): void;
}

/** What several places of a document draw, kept once: long paths as form XObjects, opacities as graphics states. */
export function shareResources(document: PDFDocument, pages: DrawnPage[]): SharedResources {
  const { context } = document;
  const times = new Map<string, number>();
  for (const item of pages.flatMap(({ items }) => items)) {
    if (item.kind === 'path') times.set(identity(item), (times.get(identity(item)) ?? 0) + 1);
  }
  const forms = new Map<string, { name: string; ref: PDFRef }>();
  const states = new Map<number, { name: string; ref: PDFRef }>();

  return {
    paint(item) {
      const key = identity(item);
      const found = forms.get(key);
      if (found) return `/${found.name} Do`;
      const { operators, box } = construct(item.d);
      const content = `${operators}\n${painting(item)}`;
      if (item.d.length < WORTH_SHARING || (times.get(key) ?? 0) < 2) return content;
      // A form is clipped to its box, so the box has room for the line itself.
      const room = item.stroke ? Math.ceil(item.strokeWidth / item.scale) * 20 : 1;
      const BBox = box.map((edge, index) => (index < 2 ? Math.floor(edge) - room : Math.ceil(edge) + room));
      const form = context.stream(compressed(content), {
        Type: 'XObject',
        Subtype: 'Form',
        BBox,
        Filter: 'FlateDecode',
      });
      const name = `X${forms.size + 1}`;
      forms.set(key, { name, ref: context.register(form) });
      return `/${name} Do`;
    },
    opacity(value) {
      if (value === 1) return '';
      const name = states.get(value)?.name ?? `G${states.size + 1}`;
      if (!states.has(value))
        states.set(value, { name, ref: context.register(context.obj({ ca: value, CA: value })) });
      return `/${name} gs`;
    },
    offerTo(page) {
      for (const { name, ref } of forms.values()) page.node.setXObject(PDFName.of(name), ref);
      for (const { name, ref } of states.values()) page.node.setExtGState(PDFName.of(name), ref);
    },
  };
}
