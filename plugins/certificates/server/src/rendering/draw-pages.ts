import type { Snapshot } from '../../../shared/snapshot';
import type { Template } from '../templates/template';
import type { DrawnPage } from './display-list';
import { layOut } from './layout/lay-out';

/** Places everything a certificate shows; PDF and pictures are written from this. */
export async function drawPages(snapshot: Snapshot, template: Template): Promise<DrawnPage[]> {
  const drawn: DrawnPage[] = [];
  for (const { width, height, tree, art } of template.pages(snapshot)) {
    drawn.push({ width, height, items: [...art, ...(await layOut(tree, width, height))] });
  }
  return drawn;
}
