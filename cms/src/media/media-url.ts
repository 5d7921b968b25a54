/**
 * The address of a stored file, with its version behind it: "Replace media" in the admin puts other bytes at the same
 * place, and browsers keep what comes from an address with a version for good.
 */
export function mediaUrlOf({ url, updatedAt }: { url: string; updatedAt?: string | Date | null }): string {
  if (!updatedAt) return url;
  return `${url}${url.includes('?') ? '&' : '?'}v=${new Date(updatedAt).getTime().toString(36)}`;
}
