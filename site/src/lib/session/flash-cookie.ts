import { SITE_URL } from 'astro:env/server';
import type { AstroCookies } from 'astro';
import { decodeFlash, encodeFlash, type Flash } from './flash';

const secure = SITE_URL.startsWith('https:');
const NAME = secure ? '__Host-flash' : 'flash';
const OPTIONS = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;

export function leaveFlash(cookies: AstroCookies, flash: Flash): void {
  cookies.set(NAME, encodeFlash(flash), { ...OPTIONS, maxAge: 60 });
}

export function takeFlash(cookies: AstroCookies): Flash | null {
  const value = cookies.get(NAME)?.value;
  if (!value) return null;
  cookies.delete(NAME, OPTIONS);
  return decodeFlash(value);
}
