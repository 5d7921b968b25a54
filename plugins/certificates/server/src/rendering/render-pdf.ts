import type { Snapshot } from '../../../shared/snapshot';
import type { Template } from '../templates/template';
import { textsOf } from '../templates/texts';
import type { DrawnPage } from './display-list';
import { layOut } from './layout/lay-out';
import { writePdf } from './pdf/write-pdf';
import { clean } from './text/clean';

/** Places everything a certificate shows. */
export async function drawPages(snapshot: Snapshot, template: Template): Promise<DrawnPage[]> {
  const drawn: DrawnPage[] = [];
  for (const { width, height, tree, art } of template.pages(snapshot)) {
    drawn.push({ width, height, items: [...art, ...(await layOut(tree, width, height))] });
  }
  return drawn;
}

/** @returns the PDF of a certificate; the same for the same snapshot, template version and fonts. */
export async function renderPdf(snapshot: Snapshot, template: Template): Promise<Uint8Array> {
  return writePdf(await drawPages(snapshot, template), {
    title: `${textsOf(snapshot.language).title[snapshot.kind]} – ${clean(snapshot.recipient.name)}`,
    author: clean(snapshot.issuer.name),
    language: snapshot.language,
    date: new Date(snapshot.issuedAt),
  });
}
