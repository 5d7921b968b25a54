import { createHash, randomBytes, webcrypto } from 'node:crypto';

const YEARS = 30;
/** RSASSA-PKCS1-v1_5: has no randomness, so that a certificate rendered twice has the same bytes. */
const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 3072,
};

export interface CertifiedKey {
  /** X.509, DER. */
  certificate: Uint8Array;
  /** PKCS #8, DER. */
  privateKey: Uint8Array;
  /** SHA-256 of the certificate, lower-case hexadecimal. */
  fingerprint: string;
}

export const fingerprintOf = (certificate: Uint8Array): string =>
  createHash('sha256').update(certificate).digest('hex');

/**
 * A key for signing PDFs that nobody vouches for: a reader shows that a document was not changed, and that the signer is
 * not known to it. The name says so.
 */
export async function makeSelfSigned(issuerName: string, now: Date): Promise<CertifiedKey> {
  const [asn1js, pkijs] = await Promise.all([import('asn1js'), import('pkijs')]);
  const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as never });
  const { publicKey, privateKey } = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);

  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  const serial = randomBytes(16);
  // Positive, and not shortened: DER reads the first bit as a sign.
  serial[0] = ((serial[0] as number) & 0x7f) | 0x40;
  certificate.serialNumber = new asn1js.Integer({ valueHex: Uint8Array.from(serial).buffer });
  const named = (type: string, value: string) =>
    new pkijs.AttributeTypeAndValue({ type, value: new asn1js.Utf8String({ value }) });
  for (const name of [certificate.issuer, certificate.subject]) {
    // X.520 allows a common name of 64 characters.
    name.typesAndValues.push(named('2.5.4.3', `${issuerName.slice(0, 49)} (self-signed)`));
  }
  const notBefore = new Date(now);
  notBefore.setUTCMilliseconds(0);
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + YEARS);
  certificate.notBefore = timeOf(pkijs, notBefore);
  certificate.notAfter = timeOf(pkijs, notAfter);
  // Digital signature and non-repudiation, for nothing but that.
  const usage = new asn1js.BitString({ valueHex: new Uint8Array([0b1100_0000]).buffer, unusedBits: 6 });
  certificate.extensions = [
    new pkijs.Extension({
      extnID: '2.5.29.15',
      critical: true,
      extnValue: usage.toBER(false),
      parsedValue: usage,
    }),
  ];
  await certificate.subjectPublicKeyInfo.importKey(publicKey as never, engine);
  await certificate.sign(privateKey as never, 'SHA-256', engine);

  const der = new Uint8Array(certificate.toSchema(true).toBER(false));
  return {
    certificate: der,
    privateKey: new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', privateKey)),
    fingerprint: fingerprintOf(der),
  };
}

/** RFC 5280, 4.1.2.5: years from 2050 on are written with four digits, those before with two. */
const timeOf = (pkijs: typeof import('pkijs'), value: Date) =>
  new pkijs.Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });
