import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** As JSON; some hundred lessons. */
const MAX_CHARACTERS = 24_000_000;

const kept = new LRUCache<string, { rendered: unknown; characters: number }>({
  maxSize: MAX_CHARACTERS,
  sizeCalculation: ({ characters }) => characters,
});
const underWay = new Map<string, Promise<unknown>>();

/**
 * Remembers what a text became: highlighting takes milliseconds, and the same lesson is read by many. It is shared, and
 * nobody may change it.
 * @param source everything that the result depends on; kept by its hash
 */
export function keepRendered<Rendered>(source: string, render: () => Promise<Rendered>): Promise<Rendered> {
  const name = createHash('sha256').update(source).digest('base64');
  const found = kept.get(name);
  if (found) return Promise.resolve(found.rendered as Rendered);
  let rendering = underWay.get(name) as Promise<Rendered> | undefined;
  if (!rendering) {
    rendering = render()
      .then((rendered) => {
        kept.set(name, { rendered, characters: name.length + JSON.stringify(rendered).length });
        return rendered;
      })
      .finally(() => underWay.delete(name));
    underWay.set(name, rendering);
  }
  return rendering;
}
