/** One sentence for the next page: which one, and what goes into it. Never a sentence itself: nobody can make us say one. */
export interface Flash {
  key:
    | 'signed-up'
    | 'enrolled'
    | 'unenrolled'
    | 'requested'
    | 'refused'
    | 'renewing'
    | 'saved'
    | 'left'
    | 'reset'
    | 'name-shown'
    | 'name-hidden'
    | 'module-requested'
    | 'bad-credentials'
    | 'too-many'
    | 'attention'
    | 'reset-requested'
    | 'password-changed'
    | 'confirmed'
    | 'confirmation-sent'
    | 'logged-out-everywhere';
  detail?: string;
}

const KEYS: Flash['key'][] = [
  'signed-up',
  'enrolled',
  'unenrolled',
  'requested',
  'refused',
  'renewing',
  'saved',
  'left',
  'reset',
  'name-shown',
  'name-hidden',
  'module-requested',
  'bad-credentials',
  'too-many',
  'attention',
  'reset-requested',
  'password-changed',
  'confirmed',
  'confirmation-sent',
  'logged-out-everywhere',
];

export const encodeFlash = ({ key, detail }: Flash): string =>
  Buffer.from(JSON.stringify([key, detail])).toString('base64url');

/** @returns null for anything that is not one of our sentences. */
export function decodeFlash(value: string): Flash | null {
  try {
    const [key, detail] = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    if (!KEYS.includes(key)) return null;
    return typeof detail === 'string' ? { key, detail: detail.slice(0, 200) } : { key };
  } catch {
    return null;
  }
}
