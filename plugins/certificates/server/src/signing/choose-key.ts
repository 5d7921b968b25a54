export const KEY_PURPOSES = ['credential', 'pdf'] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

export interface SigningKey {
  purpose: KeyPurpose;
  /** Multibase for credentials; SHA-256 of the X.509 certificate for PDFs. */
  keyId: string;
  /** Multibase public key for credentials; X.509 certificate in base64 of DER for PDFs. */
  publicPart: string;
  activeFrom: Date;
  /** Null when only the public part was kept. */
  sealedSecret: string | null;
}

/**
 * The key for something issued at `date`: the newest that was there then, or the oldest of all. A rotation in between
 * changes nothing for what is rendered late or twice, so the same certificate always gets the same signature.
 */
export function chooseKey(keys: SigningKey[], date: Date): SigningKey | null {
  const usable = keys
    .filter(({ sealedSecret }) => sealedSecret !== null)
    .sort((a, b) => Number(a.activeFrom) - Number(b.activeFrom));
  return usable.findLast(({ activeFrom }) => activeFrom <= date) ?? usable[0] ?? null;
}
