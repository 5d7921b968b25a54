/**
 * Whether a mail may go to this address: on a copy of a school, only people who expect it get any. An entry is an address or
 * a whole domain, `@school.example`; capitals do not matter.
 *
 * @param onlyTo empty: to everybody
 */
export function mayGoTo(address: string, onlyTo: string[]): boolean {
  if (onlyTo.length === 0) return true;
  const to = address.trim().toLowerCase();
  return onlyTo.some((entry) => {
    const one = entry.trim().toLowerCase();
    return one.startsWith('@') ? to.slice(to.lastIndexOf('@')) === one : to === one;
  });
}
