import type { Snapshot } from '../../../shared/snapshot';
import type { Template, TemplatePage } from '../templates/template';
import type { DrawnPage } from './display-list';
import { layOut } from './layout/lay-out';
import { type Pictures, placed } from './picture/place-picture';

/** What a template makes of a snapshot; options that an older snapshot does not have are as their defaults. */
export const pagesOf = (snapshot: Snapshot, template: Template): TemplatePage[] =>
  template.pages(snapshot, template.schema.parse(snapshot.template.options));

/** Places everything a certificate shows; PDF and pictures are written from this. */
export async function drawPages(
  snapshot: Snapshot,
  template: Template,
  pictures: Pictures = {},
): Promise<DrawnPage[]> {
  const drawn: DrawnPage[] = [];
  for (const { width, height, tree, art } of pagesOf(snapshot, template)) {
    drawn.push({ width, height, items: [...placed(art, pictures), ...(await layOut(tree, width, height))] });
  }
  return drawn;
}
