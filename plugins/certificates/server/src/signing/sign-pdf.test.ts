import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { checkPdfSignature } from './check-pdf-signature';
import { makeSelfSigned, type CertifiedKey } from './self-signed-certificate';
import { signerOf, signerOfP12, signPdf } from './sign-pdf';

// A busy machine makes everything slow.
jest.setTimeout(60_000);

const ISSUED = new Date('2026-02-01T12:00:00Z');
const terms = { at: ISSUED, reason: 'Certificate 2026-7K3QX-9DZ4M' };
let key: CertifiedKey;
let pdf: Uint8Array;

beforeAll(async () => {
  key = await makeSelfSigned('Escuela Ñandú', new Date('2026-01-01T00:00:00Z'));
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([200, 200]);
  pdf = await document.save({ useObjectStreams: true });
});

describe('a key that nobody vouches for', () => {
  it('says so in its name, and is for signing alone', () => {
    const certificate = new X509Certificate(key.certificate);
    expect(certificate.subject).toBe('CN=Escuela Ñandú (self-signed)');
    expect(certificate.issuer).toBe(certificate.subject);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(new Date(certificate.validTo).getUTCFullYear()).toBe(2056);
  });
});

describe('a signed PDF', () => {
  it('is what it was, with the signature behind it', async () => {
    const signed = await signPdf(pdf, await signerOf(key), terms);
    expect(Buffer.from(signed.subarray(0, pdf.byteLength)).equals(Buffer.from(pdf))).toBe(true);
    expect(signed.byteLength - pdf.byteLength).toBeLessThan(7_000);
    expect(await checkPdfSignature(signed)).toBe('intact');
    expect(await checkPdfSignature(pdf)).toBe('unsigned');
  });

  it('has the same bytes each time (C7)', async () => {
    const [once, again] = [
      await signPdf(pdf, await signerOf(key), terms),
      await signPdf(pdf, await signerOf(key), terms),
    ];
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });

  it('is dated by the day of issue, but never before the key’s first day', async () => {
    const signedAt = async (at: string) => {
      const signed = await signPdf(pdf, await signerOf(key), { ...terms, at: new Date(at) });
      return /\/M \(D:(\d{8})/.exec(Buffer.from(signed).toString('latin1'))?.[1];
    };
    expect(await signedAt('2026-02-01T12:00:00Z')).toBe('20260201');
    expect(await signedAt('2020-02-01T12:00:00Z')).toBe('20260101');
  });

  it('is PAdES B-B: a CAdES signature that names its certificate', async () => {
    const text = Buffer.from(await signPdf(pdf, await signerOf(key), terms)).toString('latin1');
    expect(text).toContain('/SubFilter /ETSI.CAdES.detached');
    // The object identifier of signingCertificateV2, 1.2.840.113549.1.9.16.2.47, in DER.
    expect(text).toContain('060B2A864886F70D010910022F');
  });

  it('with something appended is altered', async () => {
    const signed = await signPdf(pdf, await signerOf(key), terms);
    expect(await checkPdfSignature(Buffer.concat([signed, Buffer.from('\n%%EOF\n')]))).toBe('altered');
  });
});

const hasOpenssl = !spawnSync('openssl', ['version']).error;

/** A PKCS #12 file as a certification authority would hand it out. */
function p12(algorithm: string[], passphrase: string): Buffer {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-p12-'));
  const at = (name: string) => path.join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  try {
    openssl(
      ...['req', '-x509', '-newkey', ...algorithm, '-nodes', '-days', '30', '-subj', '/CN=A School'],
      ...['-keyout', at('key.pem'), '-out', at('certificate.pem')],
    );
    openssl(
      ...['pkcs12', '-export', '-inkey', at('key.pem'), '-in', at('certificate.pem')],
      ...['-out', at('key.p12'), '-passout', `pass:${passphrase}`],
    );
    return readFileSync(at('key.p12'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where there is no openssl, there is no such file to be had. */
if (hasOpenssl)
  describe('a key from a PKCS #12 file', () => {
    it('signs, and the same each time', async () => {
      const file = p12(['rsa:2048'], 'a passphrase');
      const sign = async () => signPdf(pdf, await signerOfP12(file, 'a passphrase'), terms);
      const signed = await sign();
      expect(await checkPdfSignature(signed)).toBe('intact');
      expect(Buffer.from(signed).equals(Buffer.from(await sign()))).toBe(true);
    });

    it('is refused with another passphrase', async () => {
      await expect(signerOfP12(p12(['rsa:2048'], 'a passphrase'), 'another')).rejects.toThrow();
    });

    it('is refused when its signatures differ each time', async () => {
      const file = p12(['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], 'x');
      await expect(signerOfP12(file, 'x')).rejects.toThrow('an RSA key is needed');
    });
  });
