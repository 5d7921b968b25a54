/** Larger than any certificate: nobody waits for a film to be hashed. */
export const MAXIMUM_BYTES = 50 * 1024 * 1024;

export type Fingerprint = { ok: true; sha256: string } | { ok: false; problem: 'not-a-pdf' };

/** SHA-256 of a PDF in lower-case hexadecimal, made in the browser. */
export async function fingerprintOf(file: Blob): Promise<Fingerprint> {
  if (file.size > MAXIMUM_BYTES) return { ok: false, problem: 'not-a-pdf' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isPdf = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
  if (!isPdf) return { ok: false, problem: 'not-a-pdf' };
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return { ok: true, sha256: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}
