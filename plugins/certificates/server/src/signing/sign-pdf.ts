import { createHash, webcrypto, X509Certificate } from 'node:crypto';
import type { Signer } from '@libpdf/core';
import type { CertifiedKey } from './self-signed-certificate';

export interface PdfSigner {
  signer: Signer;
  /** Nothing is signed before this day. */
  notBefore: Date;
}

/** A signer from a key that was made here. */
export async function signerOf({ certificate, privateKey }: CertifiedKey): Promise<PdfSigner> {
  const { CryptoKeySigner } = await import('@libpdf/core');
  const key = await webcrypto.subtle.importKey(
    'pkcs8',
    Uint8Array.from(privateKey),
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const signer = new CryptoKeySigner(key as never, certificate, 'RSA', 'RSASSA-PKCS1-v1_5');
  return { signer, notBefore: notBeforeOf(certificate) };
}

/**
 * A signer from a PKCS #12 file, with the certificates that vouch for its own.
 * @throws when the file is none, the passphrase not its own, or the key of a kind that signs differently each time.
 */
export async function signerOfP12(file: Uint8Array, passphrase: string): Promise<PdfSigner> {
  const { P12Signer } = await import('@libpdf/core');
  const signer = await P12Signer.create(file, passphrase);
  if (signer.signatureAlgorithm !== 'RSASSA-PKCS1-v1_5')
    throw new Error(
      `certificates: the PKCS #12 file has an ${signer.signatureAlgorithm} key, whose signatures differ each time; an RSA key is needed, so that a certificate rendered twice is the same file`,
    );
  return { signer, notBefore: notBeforeOf(signer.certificate) };
}

const notBeforeOf = (certificate: Uint8Array): Date => new Date(new X509Certificate(certificate).validFrom);

/** What a signature takes beside the certificates: its own bytes, attributes, names. */
const ROOM_BYTES = 1536;

/**
 * Signs a PDF (PAdES B-B: CMS with signingCertificateV2, dated by the document), as an update behind what is there. With
 * an RSA key of PKCS #1 v1.5 the same file, key and day give the same bytes.
 * @param at the day of issue, or the key's first day where that is later.
 */
export async function signPdf(
  pdf: Uint8Array,
  { signer, notBefore }: PdfSigner,
  { at, reason }: { at: Date; reason: string },
): Promise<Uint8Array> {
  const { PDF, PdfArray, PdfString } = await import('@libpdf/core');
  const document = await PDF.load(pdf);
  const { trailer } = document.context.info;
  if (!trailer.has('ID')) {
    // Without one, the library draws one at random.
    const id = new PdfString(createHash('sha256').update(pdf).digest().subarray(0, 16), 'hex');
    trailer.set('ID', new PdfArray([id, id]));
  }
  const certificates = [signer.certificate, ...(signer.certificateChain ?? [])];
  const { bytes } = await document.sign({
    signer,
    reason,
    level: 'B-B',
    signingTime: at < notBefore ? notBefore : at,
    fieldName: 'Signature',
    estimatedSize: ROOM_BYTES + certificates.reduce((sum, { byteLength }) => sum + byteLength, 0),
  });
  return bytes;
}
