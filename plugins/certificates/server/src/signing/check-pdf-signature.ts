import { createHash, webcrypto } from 'node:crypto';
import type { IssuerAndSerialNumber, SignedData } from 'pkijs';

const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const DATA = '1.2.840.113549.1.7.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const SHA_256 = '2.16.840.1.101.3.4.2.1';
const RSA_NAMES = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.11'];

/** `unsigned`: there is no signature; `altered`: there is one, and it is not of these bytes. */
export type PdfVerdict = 'intact' | 'altered' | 'unsigned';

/** The signed parts of a file: [from, length, from, length], the signature between them. */
type ByteRange = [number, number, number, number];

/**
 * Whether a PDF is, byte for byte, what its signature was made of. Stricter than readers are: the signature has to span
 * the whole file, so that nothing can be appended behind it. Says nothing of who signed.
 */
export async function checkPdfSignature(pdf: Uint8Array): Promise<PdfVerdict> {
  const range = byteRangeOf(pdf);
  if (!range) return 'unsigned';
  const [first, firstLength, second, secondLength] = range;
  const spansTheFile =
    first === 0 && second > firstLength && second + secondLength === pdf.byteLength && secondLength > 0;
  if (!spansTheFile) return 'altered';
  const contents = Buffer.from(pdf.subarray(firstLength, second)).toString('latin1');
  // One way of writing it, or the case of a letter could change unseen.
  const hex = /^<([0-9A-F]+)>$/.exec(contents)?.[1];
  if (!hex) return 'altered';
  const signed = Buffer.concat([pdf.subarray(0, firstLength), pdf.subarray(second)]);
  return (await isSignatureOf(Buffer.from(hex, 'hex'), signed).catch(() => false)) ? 'intact' : 'altered';
}

function byteRangeOf(pdf: Uint8Array): ByteRange | null {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const found = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)].at(-1);
  return found ? (found.slice(1).map(Number) as ByteRange) : null;
}

async function isSignatureOf(cms: Buffer, signed: Buffer): Promise<boolean> {
  const [asn1js, pkijs] = await Promise.all([import('asn1js'), import('pkijs')]);
  const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as never });
  const parsed = asn1js.fromBER(Uint8Array.from(cms));
  if (parsed.offset === -1) return false;
  // Behind the signature its room is filled with zeros; anything else was put there afterwards.
  if (cms.subarray(parsed.offset).some((byte) => byte !== 0)) return false;
  const content = new pkijs.ContentInfo({ schema: parsed.result });
  const data = new pkijs.SignedData({ schema: content.content });
  const encodedAgain = new pkijs.ContentInfo({
    contentType: content.contentType,
    content: data.toSchema(true),
  });
  // What is encoded in a second way, or not signed at all, would pass unseen.
  if (!Buffer.from(encodedAgain.toSchema().toBER(false)).equals(cms.subarray(0, parsed.offset))) return false;
  return (
    content.contentType === SIGNED_DATA &&
    isFramedAsOurs(data) &&
    namesItsCertificate(data) &&
    (await data.verify({ signer: 0, data: Uint8Array.from(signed).buffer, checkChain: false }, engine))
  );
}

/**
 * Whether what stands around the signed attributes, and no signature covers, is as every certificate of ours has it (RFC
 * 5652, section 5): a detached signature by one RSA key over SHA-256.
 */
function isFramedAsOurs({ version, encapContentInfo, digestAlgorithms, signerInfos }: SignedData): boolean {
  const [signer] = signerInfos;
  const digests = [...digestAlgorithms, signer?.digestAlgorithm];
  return (
    version === 1 &&
    signer?.version === 1 &&
    signerInfos.length === 1 &&
    digestAlgorithms.length === 1 &&
    digests.every((digest) => digest?.algorithmId === SHA_256) &&
    RSA_NAMES.includes(signer.signatureAlgorithm.algorithmId) &&
    encapContentInfo.eContentType === DATA &&
    !encapContentInfo.eContent
  );
}

/**
 * Whether the signed attributes hold the hash of the certificate beside them (signingCertificateV2, RFC 5035): no
 * signature but that covers it. Others than ours, which name another hash than SHA-256, are refused.
 */
function namesItsCertificate({ certificates, signerInfos }: SignedData): boolean {
  const attribute = signerInfos[0]?.signedAttrs?.attributes.find(
    ({ type }) => type === SIGNING_CERTIFICATE_V2,
  );
  const encoded = attribute && Buffer.from(attribute.values[0].toBER(false)).toString('hex');
  if (!encoded) return false;
  const named = derOf((signerInfos[0]?.sid as IssuerAndSerialNumber).issuer);
  return (certificates ?? []).some((certificate) => {
    // Names are found without regard to case, so a letter of the issuer could change unseen.
    if (!('issuer' in certificate) || !derOf(certificate.issuer).equals(named)) return false;
    // An OCTET STRING of 32 bytes.
    return encoded.includes(`0420${createHash('sha256').update(derOf(certificate)).digest('hex')}`);
  });
}

const derOf = (part: { toSchema(): { toBER(sizeOnly: boolean): ArrayBuffer } }): Buffer =>
  Buffer.from(part.toSchema().toBER(false));
