import { isDeepStrictEqual } from 'node:util';
import type { Settings } from '../../../shared/contracts/settings';

type Parts = Record<string, unknown>;

/** The settings two levels deep, by name: `branding.accent`, `expiry.grade`, `rules.grades`. */
const partsOf = (settings: Settings): Parts =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([section, parts]) =>
      Object.entries(parts as Parts).map(([part, value]) => [`${section}.${part}`, value]),
    ),
  );

/** What differs between two settings, by name and in the order of the alphabet; values stay out of it. */
export function changedParts(before: Settings, after: Settings): string[] {
  const [old, next] = [partsOf(before), partsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .filter((part) => !isDeepStrictEqual(old[part], next[part]))
    .sort();
}
