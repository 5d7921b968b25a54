import type { Snapshot } from '../../../shared/snapshot';
import type { Template, TemplatePage } from '../templates/template';
import type { DrawnPage } from './display-list';
import { layOut } from './layout/lay-out';
import { type Pictures, placed } from './picture/place-picture';

/** What a template makes of a snapshot; options that an older snapshot does not have are as their defaults. */
export const pagesOf = (snapshot: Snapshot, template: Template): TemplatePage[] =>
  template.pages(snapshot, template.schema.parse(snapshot.template.options));

/** Places everything that one page shows. */
export const drawPage = async (
  { width, height, tree, art }: TemplatePage,
  pictures: Pictures = {},
): Promise<DrawnPage> => ({
  width,
  height,
  items: [...placed(art, pictures), ...(await layOut(tree, width, height))],
});

/** Places everything a certificate shows; PDF and pictures are written from this. */
export async function drawPages(
  snapshot: Snapshot,
  template: Template,
  pictures: Pictures = {},
): Promise<DrawnPage[]> {
  const drawn: DrawnPage[] = [];
  for (const page of pagesOf(snapshot, template)) drawn.push(await drawPage(page, pictures));
  return drawn;
}
