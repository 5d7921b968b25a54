import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { checkPdfSignature } from './check-pdf-signature';
import { chooseKey, type SigningKey } from './choose-key';
import { makeSelfSigned } from './self-signed-certificate';
import { signerOf, signerOfP12, signPdf } from './sign-pdf';

// A busy machine makes everything slow.
jest.setTimeout(120_000);

let pdf: Uint8Array;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lumino-keys-'));
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([200, 200]);
  pdf = await document.save({ useObjectStreams: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);

/** The certificates in a PDF's signature, as openssl reads them out of it. */
function certificatesIn(signed: Uint8Array): X509Certificate[] {
  const hex = /\/Contents\s*<([0-9A-F]+)>/.exec(Buffer.from(signed).toString('latin1'))?.[1] ?? '';
  writeFileSync(at('signature.der'), Buffer.from(hex, 'hex'));
  const pem = execFileSync('openssl', [
    ...['pkcs7', '-inform', 'DER', '-in', at('signature.der'), '-print_certs'],
  ]).toString();
  return [...pem.matchAll(/-----BEGIN[\s\S]+?END CERTIFICATE-----/g)].map(
    ([text]) => new X509Certificate(text),
  );
}

const hasOpenssl = !spawnSync('openssl', ['version']).error;

describe('PDFs after the key was rotated (P11)', () => {
  it('old ones still verify, new ones have the new key, and late ones the key of their day', async () => {
    const days = ['2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z'];
    const made = await Promise.all(days.map((day) => makeSelfSigned('Escuela', new Date(day))));
    const keys = made.map(({ fingerprint }, index) => ({
      purpose: 'pdf',
      keyId: fingerprint,
      publicPart: '',
      activeFrom: new Date(days[index] as string),
      sealedSecret: fingerprint,
    })) satisfies SigningKey[];
    const signedOn = async (day: string, known: SigningKey[]) => {
      const chosen = chooseKey(known, new Date(day));
      const key = made.find(({ fingerprint }) => fingerprint === chosen?.keyId);
      if (!key) throw new Error('no key');
      const signed = await signPdf(pdf, await signerOf(key), { at: new Date(day), reason: '2026-A' });
      return { signed, keyId: key.fingerprint };
    };

    const old = await signedOn('2026-02-01T00:00:00Z', keys.slice(0, 1));
    const recent = await signedOn('2026-07-01T00:00:00Z', keys);
    const late = await signedOn('2026-02-01T00:00:00Z', keys);
    expect([old.keyId, recent.keyId]).toEqual(keys.map(({ keyId }) => keyId));
    for (const { signed } of [old, recent]) expect(await checkPdfSignature(signed)).toBe('intact');
    expect(Buffer.from(late.signed).equals(Buffer.from(old.signed))).toBe(true);
    if (!hasOpenssl) return;
    for (const { signed, keyId } of [old, recent])
      expect(certificatesIn(signed).map(({ fingerprint256 }) => plain(fingerprint256))).toEqual([keyId]);
  });
});

const plain = (fingerprint: string): string => fingerprint.replaceAll(':', '').toLowerCase();

/** A key whose certificate an authority has signed, which another one has signed. */
function chainedP12(passphrase: string): Buffer {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
  const request = (name: string, ...more: string[]) =>
    openssl(
      ...['req', '-newkey', 'rsa:2048', '-nodes', '-subj', `/CN=${name}`],
      ...['-keyout', at(`${name}.key`), '-out', at(`${name}.csr`), ...more],
    );
  const signedBy = (name: string, issuer: string, extensions: string) => {
    writeFileSync(at(`${name}.ext`), extensions);
    openssl(
      ...['x509', '-req', '-in', at(`${name}.csr`), '-days', '3650', '-out', at(`${name}.pem`)],
      ...['-CA', at(`${issuer}.pem`), '-CAkey', at(`${issuer}.key`), '-CAcreateserial'],
      ...['-extfile', at(`${name}.ext`)],
    );
  };
  openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '3650', '-subj', '/CN=Root'],
    ...['-keyout', at('Root.key'), '-out', at('Root.pem')],
  );
  request('Between');
  signedBy('Between', 'Root', 'basicConstraints=critical,CA:true\nkeyUsage=keyCertSign');
  request('School');
  signedBy('School', 'Between', 'keyUsage=critical,digitalSignature,nonRepudiation');
  writeFileSync(
    at('chain.pem'),
    readFileSync(at('Between.pem'), 'utf8') + readFileSync(at('Root.pem'), 'utf8'),
  );
  openssl(
    ...[
      'pkcs12',
      '-export',
      '-inkey',
      at('School.key'),
      '-in',
      at('School.pem'),
      '-certfile',
      at('chain.pem'),
    ],
    ...['-out', at('school.p12'), '-passout', `pass:${passphrase}`],
  );
  return readFileSync(at('school.p12'));
}

/** Where there is no openssl, there is no such file to be had. */
if (hasOpenssl)
  describe('a key that an authority vouches for', () => {
    it('brings its chain into the signature, so that a reader who trusts the root trusts it', async () => {
      const signer = await signerOfP12(chainedP12('a passphrase'), 'a passphrase');
      const today = new Date(Number(signer.notBefore) + 1000);
      const signed = await signPdf(pdf, signer, { at: today, reason: '2026-A' });
      expect(await checkPdfSignature(signed)).toBe('intact');
      const found = certificatesIn(signed);
      expect(found.map(({ subject }) => subject).sort()).toEqual(['CN=Between', 'CN=Root', 'CN=School']);

      // openssl builds the chain from what is in the signature, and trusts the root alone.
      const [from, to] = signatureRange(signed);
      writeFileSync(at('signed'), Buffer.concat([signed.subarray(0, from), signed.subarray(to)]));
      const verified = spawnSync('openssl', [
        ...[
          'cms',
          '-verify',
          '-inform',
          'DER',
          '-in',
          at('signature.der'),
          '-content',
          at('signed'),
          '-binary',
        ],
        ...['-CAfile', at('Root.pem'), '-purpose', 'any', '-out', at('out')],
      ]);
      expect(verified.stderr.toString()).toContain('CMS Verification successful');
    });
  });

/** Where the signature stands, between the two parts that it signs (`/ByteRange` in ISO 32000). */
function signatureRange(signed: Uint8Array): [number, number] {
  const text = Buffer.from(signed).toString('latin1');
  const [, from, to] = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+\d+/.exec(text) ?? [];
  return [Number(from), Number(to)];
}
