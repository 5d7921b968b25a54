import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { PNG } from 'pngjs';
import { knownTemplate } from '../../plugins/certificates/server/src/rendering/known-template.ts';
import { renderPreview } from '../../plugins/certificates/server/src/rendering/render-png.ts';
import { BUILT_IN_TEMPLATES } from '../../plugins/certificates/server/src/rendering/renderer-thread.ts';
import type { Snapshot } from '../../plugins/certificates/shared/snapshot.ts';
import { LOGO, PICTURES, PIXEL_HANDWRITING, VECTOR_HANDWRITING } from './sample-branding.ts';
import { gradeSnapshot, modules, moduleSnapshot } from './sample-snapshots.ts';
import { render } from './seen-certificate.ts';

// Rendering is quick, but the first one reads the fonts, and a busy machine makes everything slow.
jest.setTimeout(60_000);

const { issuer } = gradeSnapshot();
const signedWith = (...pictures: (typeof LOGO)[]): Partial<Snapshot> => ({
  issuer: {
    ...issuer,
    signatures: pictures.map((picture, index) => ({ name: `Signer ${index}`, title: 'Rector', picture })),
  },
});

/** The images of a PDF, masks before what they are of. */
async function imagesOf(pdf: Uint8Array) {
  const document = await PDFDocument.load(pdf);
  const streams = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object.dict] : []))
    .filter((dict) => dict.get(PDFName.of('Subtype')) === PDFName.of('Image'));
  return streams.map((dict) =>
    Object.fromEntries(
      ['Width', 'Height', 'ColorSpace'].map((name) => [name, String(dict.get(PDFName.of(name)))]),
    ),
  );
}

describe('handwriting above a signature line (C4)', () => {
  it('stays paths where it is an SVG', async () => {
    expect(await imagesOf(await render(moduleSnapshot(signedWith(VECTOR_HANDWRITING)), PICTURES))).toEqual(
      [],
    );
  });

  it('has all its pixels and their opacity where it is a PNG, once for all signatures and pages', async () => {
    const snapshot = gradeSnapshot({
      ...signedWith(PIXEL_HANDWRITING, PIXEL_HANDWRITING),
      achievements: modules(30),
    });
    const { width, height } = PIXEL_HANDWRITING;
    const size = { Width: String(width), Height: String(height) };
    expect(await imagesOf(await render(snapshot, PICTURES))).toEqual([
      { ...size, ColorSpace: '/DeviceGray' },
      { ...size, ColorSpace: '/DeviceRGB' },
    ]);
  });

  it('gives the same bytes each time, and others for another picture (C7)', async () => {
    const once = await render(moduleSnapshot(signedWith(PIXEL_HANDWRITING)), PICTURES);
    await render(moduleSnapshot(signedWith(LOGO)), PICTURES);
    const again = await render(moduleSnapshot(signedWith(PIXEL_HANDWRITING)), PICTURES);
    expect(Buffer.from(again).equals(once)).toBe(true);
    const other = await render(moduleSnapshot(signedWith(VECTOR_HANDWRITING)), PICTURES);
    expect(Buffer.from(other).equals(once)).toBe(false);
  });

  it('is refused by name where the renderer was not given it', async () => {
    await expect(render(moduleSnapshot(signedWith(LOGO)))).rejects.toThrow(
      `the picture ${LOGO.key} was not given to the renderer`,
    );
  });

  it.each([
    ['pixels', PIXEL_HANDWRITING],
    ['paths', VECTOR_HANDWRITING],
  ])('is in the picture of the page as well, from %s', async (_, picture) => {
    const inked = async (snapshot: Snapshot): Promise<number> => {
      const template = knownTemplate(snapshot.template, BUILT_IN_TEMPLATES);
      const { data } = PNG.sync.read(Buffer.from(await renderPreview(snapshot, template, 800, PICTURES)));
      let blue = 0;
      for (let at = 0; at < data.length; at += 4)
        if ((data[at + 2] as number) - (data[at + 1] as number) > 40) blue++;
      return blue;
    };
    expect(await inked(moduleSnapshot())).toBe(0);
    expect(await inked(moduleSnapshot(signedWith(picture)))).toBeGreaterThan(200);
  });
});

describe('what is told to those who do not see handwriting', () => {
  it.each([
    ['pixels', PIXEL_HANDWRITING],
    ['paths, of which there are several', LOGO],
  ])('is whose signature it is, once for each signature of %s', async (_, picture) => {
    const snapshot = moduleSnapshot({ ...signedWith(picture, picture), language: 'es' });
    const document = await PDFDocument.load(await render(snapshot, PICTURES));
    const told = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
      .filter((dict) => dict.get(PDFName.of('S')) === PDFName.of('Figure'))
      .map((dict) => dict.lookup(PDFName.of('Alt'), PDFHexString).decodeText());
    expect(told.slice(0, 2)).toEqual(['Firma de Signer 0', 'Firma de Signer 1']);
    expect(told).toHaveLength(3);
  });
});

describe('a seal that is not shown', () => {
  it('is left out, and so is its place on the band', async () => {
    for (const key of ['module-certificate', 'module-certificate-modern']) {
      const snapshot = moduleSnapshot({ template: { key, version: 1, options: {} } });
      const without = { ...snapshot, issuer: { ...issuer, seal: { shown: false } } };
      expect((await render(without)).length).toBeLessThan((await render(snapshot)).length);
    }
  });
});
