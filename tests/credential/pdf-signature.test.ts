import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { renderPdf } from '../../plugins/certificates/server/src/rendering/render-pdf.ts';
import { checkPdfSignature } from '../../plugins/certificates/server/src/signing/check-pdf-signature.ts';
import { makeSelfSigned } from '../../plugins/certificates/server/src/signing/self-signed-certificate.ts';
import { signerOf, signPdf } from '../../plugins/certificates/server/src/signing/sign-pdf.ts';
import { moduleCertificate } from '../../plugins/certificates/server/src/templates/module-certificate.ts';
import { flipBit, seededRandom } from './flip-bit.ts';
import { snapshot } from './school.ts';

// Rendering is quick, but the first one reads the fonts, and a busy machine makes everything slow.
jest.setTimeout(300_000);

const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-signature-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What poppler's pdfsig says; null where it is not installed. */
function pdfsig(pdf: Uint8Array): string | null {
  const file = path.join(folder, 'certificate.pdf');
  writeFileSync(file, pdf);
  const { stdout, error } = spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' });
  return error ? null : stdout;
}

let signed: Uint8Array;
beforeAll(async () => {
  const facts = snapshot({ recipient: { name: 'María Núñez Ortega' } });
  const key = await makeSelfSigned(facts.issuer.name, new Date('2026-01-01T00:00:00Z'));
  signed = await signPdf(await renderPdf(facts, moduleCertificate), await signerOf(key), {
    at: new Date(facts.issuedAt),
    reason: facts.serial,
  });
});

it('a certificate’s signature is intact, and pdfsig says so where there is one', async () => {
  expect(await checkPdfSignature(signed)).toBe('intact');
  const said = pdfsig(signed);
  if (said !== null) {
    expect(said).toContain('Signature is Valid.');
    expect(said).toContain('Total document signed');
  }
});

/** Where the signature lies in the file: the digits of /Contents, without the zeros that fill its room. */
const signatureRange = (): [number, number] => {
  const text = Buffer.from(signed).toString('latin1');
  const from = text.indexOf('<', text.lastIndexOf('/Contents')) + 1;
  return [from, from + text.slice(from, text.indexOf('>', from)).replace(/(00)+$/, '').length];
};

it.each([
  ['the file', (): [number, number] => [0, signed.length]],
  ['the signature itself', signatureRange],
])('every one of 1,000 flipped bits of %s is found (P11)', async (_, range) => {
  const random = seededRandom(11);
  const [from, to] = range();
  const unseen: number[] = [];
  for (let round = 0; round < 1000; round++) {
    const part = flipBit(signed.subarray(from, to), random);
    const changed = Buffer.concat([signed.subarray(0, from), part, signed.subarray(to)]);
    if ((await checkPdfSignature(changed)) === 'intact') unseen.push(round);
  }
  expect(unseen).toEqual([]);
});

/** What is signed, and not the room the signature lies in: readers do not mind what stands behind its end there. */
it('pdfsig finds flipped bits in what is signed', () => {
  if (pdfsig(signed) === null) return;
  const from = Buffer.from(signed).lastIndexOf('/Contents');
  const random = seededRandom(12);
  for (let round = 0; round < 40; round++) {
    const start = flipBit(signed.subarray(0, from), random);
    expect(pdfsig(Buffer.concat([start, signed.subarray(from)]))).not.toContain('Signature is Valid.');
  }
});
