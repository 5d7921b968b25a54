import { timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';

export interface Arrival {
  /** Of whoever holds the other end of the connection. */
  socketAddress: string;
  /** `X-Forwarded-For`: each proxy adds, at the end, whom it got the request from. Everything before that may be made up. */
  forwardedFor: string | undefined;
  /** What the request says to be from the site. */
  siteSecret: string | undefined;
}

export interface Trust {
  /** Shared by the site and the cms. Empty: nobody is the site. */
  siteSecret: string;
  /** Proxies of our own in front of the cms. */
  hops: number;
}

function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/**
 * The address a request comes from in the end. The site, which knows whom it serves, is believed when it shows the secret;
 * otherwise only as many entries as there are proxies of our own, counted from the end.
 */
export function clientAddress(arrival: Arrival, trust: Trust): string {
  const isSite = trust.siteSecret !== '' && same(arrival.siteSecret ?? '', trust.siteSecret);
  const hops = isSite ? 1 : trust.hops;
  if (hops === 0) return arrival.socketAddress;
  const entries = (arrival.forwardedFor ?? '').split(',').map((entry) => entry.trim());
  const entry = entries.at(-hops) ?? '';
  return isIP(entry) ? entry : arrival.socketAddress;
}
