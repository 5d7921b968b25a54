/** Whether an address is in the encoding that addresses have. The result of `decodeURI` is used, or the bundler leaves the call out. */
export function isReadable(url: string): boolean {
  try {
    return decodeURI(url).length > 0;
  } catch {
    return false;
  }
}
