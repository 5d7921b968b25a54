import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a code read from paper is not mistaken. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `bits` random bits in Crockford's base 32; five bits a character. */
export function randomCode(bits: number): string {
  const length = Math.ceil(bits / 5);
  // 256 is a multiple of 32, so no character is likelier than another.
  return [...randomBytes(length)].map((byte) => ALPHABET[byte % 32]).join('');
}

/** 128 bits: cannot be guessed, and so is all the permission that `/verify/<code>` asks for. */
export const verificationCode = (): string => randomCode(128);

/** For people to name a certificate by: `2026-7K3QX-9DZ4M`. Not a secret. */
export const serial = (issuedAt: Date): string =>
  `${issuedAt.getUTCFullYear()}-${randomCode(25)}-${randomCode(25)}`;

/** SHA-256 in lower-case hexadecimal of the parts, told apart by their lengths. */
export function fingerprint(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part}`);
  return hash.digest('hex');
}
