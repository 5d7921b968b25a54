import { isIPv4, isIPv6 } from 'node:net';

/**
 * What counts as one reader: an IPv4 address, or an IPv6 network of 64 bits, which is what one household gets (RFC 6177): with
 * single addresses everybody would have 2⁶⁴ of them. IPv4 written as IPv6 (RFC 4291, 2.5.5.2) is IPv4.
 */
export function bucketOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped && isIPv4(mapped)) return mapped;
  if (!isIPv6(address)) return address;
  // URL writes an IPv6 address in its one shortest form (RFC 5952).
  const [head = '', tail] = new URL(`http://[${address.replace(/%.*$/, '')}]/`).hostname
    .slice(1, -1)
    .split('::');
  const groups = (text = ''): string[] => text.split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  return [...groups(head), ...Array.from({ length: zeros }, () => '0'), ...groups(tail)]
    .slice(0, 4)
    .join(':');
}
