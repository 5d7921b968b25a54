import { unknown } from '../errors';

/** Named things that others add while the application registers, and that stand still from bootstrap on. */
export function createRegistry<Thing extends { key: string }>(what: string, builtIn: Thing[] = []) {
  const things = new Map(builtIn.map((thing) => [thing.key, thing]));
  let frozen = false;
  return {
    /** @throws for a key that is taken, and after bootstrap. */
    add(thing: Thing): void {
      if (frozen)
        throw new Error(
          `certificates: register the ${what} "${thing.key}" in register(); it is too late now`,
        );
      if (things.has(thing.key)) {
        throw new Error(
          `certificates: the ${what} "${thing.key}" is registered twice; taken are ${[...things.keys()].sort().join(', ')}`,
        );
      }
      things.set(thing.key, thing);
    },
    /** @throws with the known keys. */
    get(key: string): Thing {
      const thing = things.get(key);
      if (!thing) throw unknown(what, key, [...things.keys()]);
      return thing;
    },
    all: (): Thing[] => [...things.values()],
    freeze(): void {
      frozen = true;
    },
  };
}
