import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { renderPdf } from '../../plugins/certificates/server/src/rendering/render-pdf.ts';
import { checkPdfSignature } from '../../plugins/certificates/server/src/signing/check-pdf-signature.ts';
import { makeSelfSigned } from '../../plugins/certificates/server/src/signing/self-signed-certificate.ts';
import { signerOf, signPdf } from '../../plugins/certificates/server/src/signing/sign-pdf.ts';
import { moduleCertificate } from '../../plugins/certificates/server/src/templates/module-certificate.ts';
import { issued, snapshot, verdictOf } from '../credential/school.ts';

// The first certificate reads the fonts, and a busy machine makes everything slow.
jest.setTimeout(120_000);

const facts = snapshot();

interface Attachments {
  mupdf: { name: string; mediaType: string; content: string }[];
  pdfjs: { name: string; content: string }[];
  associated: Record<string, unknown>[];
}

function attachmentsOf(pdf: Uint8Array): Attachments {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.resolve('tests/rendering/read-attachments.mjs')],
    { input: pdf, maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the attachments could not be read: ${stderr}`);
  return JSON.parse(stdout);
}

async function sign(pdf: Uint8Array): Promise<Uint8Array> {
  const key = await makeSelfSigned(facts.issuer.name, new Date('2026-01-01T00:00:00Z'));
  return signPdf(pdf, await signerOf(key), { at: new Date(facts.issuedAt), reason: facts.serial });
}

describe('the credential within the PDF', () => {
  let credential: string;
  let pdf: Uint8Array;
  let signed: Uint8Array;
  beforeAll(async () => {
    credential = JSON.stringify(await issued(facts));
    pdf = await renderPdf(facts, moduleCertificate, { credential });
    signed = await sign(pdf);
  });

  it('comes out of the signed file as it went in, in two readers, and is valid', async () => {
    const { mupdf, pdfjs } = attachmentsOf(signed);
    expect(mupdf).toEqual([{ name: 'credential.json', mediaType: 'application/vc', content: credential }]);
    expect(pdfjs).toEqual([{ name: 'credential.json', content: credential }]);
    expect(await verdictOf(JSON.parse(pdfjs[0]?.content ?? ''))).toBe('valid');
  });

  it('is associated with the document as its data, and has the date of the certificate', () => {
    const day = '2026-05-01T10:20:30.000Z';
    expect(attachmentsOf(signed).associated).toEqual([
      {
        relationship: 'Data',
        description: 'Credencial digital (Open Badges 3.0)',
        mediaType: 'application/vc',
        isCompressed: true,
        checksum: createHash('md5').update(credential).digest('hex'),
        size: Buffer.byteLength(credential),
        created: day,
        modified: day,
      },
    ]);
  });

  it('gives the same bytes each time, and others for another credential (C7)', async () => {
    const again = await renderPdf(facts, moduleCertificate, { credential });
    expect(Buffer.from(again).equals(pdf)).toBe(true);
    const other = await renderPdf(facts, moduleCertificate, { credential: `${credential} ` });
    expect(Buffer.from(other).equals(pdf)).toBe(false);
  });

  it('is covered by the signature (P11)', async () => {
    expect(await checkPdfSignature(signed)).toBe('intact');
    const at = Buffer.from(signed).indexOf('/EmbeddedFile');
    const stream = Buffer.from(signed).indexOf('stream', at) + 40;
    const changed = Uint8Array.from(signed);
    changed[stream] = (changed[stream] as number) ^ 1;
    expect(await checkPdfSignature(changed)).not.toBe('intact');
  });

  it('adds at most 3 KiB: the limits of certificate-bytes.test.ts are those of certificates without one', async () => {
    const bare = await renderPdf(facts, moduleCertificate);
    expect(pdf.byteLength - bare.byteLength).toBeLessThanOrEqual(3 * 1024);
    expect(pdf.byteLength - bare.byteLength).toBeGreaterThan(500);
  });

  it('is not there where the recipient has left and has none', async () => {
    const none = attachmentsOf(await sign(await renderPdf(facts, moduleCertificate, { credential: null })));
    expect(none).toEqual({ mupdf: [], pdfjs: [], associated: [] });
  });
});
