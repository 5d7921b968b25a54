import jsQR from 'jsqr';
import * as mupdf from 'mupdf';

const open = (pdf: Buffer) => mupdf.Document.openDocument(pdf, 'application/pdf');

/** The text of all pages, in the order it stands in the file. */
export function textOf(pdf: Buffer): string {
  const document = open(pdf);
  return Array.from({ length: document.countPages() }, (_, index) =>
    document.loadPage(index).toStructuredText('preserve-whitespace').asText(),
  ).join('\n');
}

/** What the QR code on the first page says, read from its pixels as a camera would. */
export function qrCodeOf(pdf: Buffer): string | null {
  const pixmap = open(pdf).loadPage(0).toPixmap(mupdf.Matrix.scale(3, 3), mupdf.ColorSpace.DeviceRGB, true);
  const result = (jsQR as unknown as typeof jsQR.default)(
    new Uint8ClampedArray(pixmap.getPixels()),
    pixmap.getWidth(),
    pixmap.getHeight(),
  );
  return result?.data ?? null;
}
