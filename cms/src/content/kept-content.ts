import { LRUCache } from 'lru-cache';

export interface KeptContent {
  /**
   * What `load` gave for this key at this revision; loaded once, however many ask at the same time. Those who get it
   * share it: nobody may change it. What throws is not kept.
   * @param revision has to be read before this is called: then what is loaded is at least as new.
   */
  get<Value>(revision: number, key: string, load: () => Promise<Value>): Promise<Value>;
}

/**
 * Content in the memory of this process, for one revision: a newer one empties it. Bounded by the length of the values as
 * JSON; as objects they take some times as much.
 */
export function createKeptContent(maxBytes: number): KeptContent {
  const kept = new LRUCache<string, { value: unknown; bytes: number }>({
    maxSize: maxBytes,
    sizeCalculation: ({ bytes }) => bytes,
  });
  const underWay = new Map<string, Promise<unknown>>();
  let newest = 0;

  return {
    async get<Value>(revision: number, key: string, load: () => Promise<Value>): Promise<Value> {
      if (revision > newest) {
        kept.clear();
        newest = revision;
      }
      const name = `${revision} ${key}`;
      const found = kept.get(name);
      if (found) return found.value as Value;
      let loading = underWay.get(name) as Promise<Value> | undefined;
      if (!loading) {
        loading = load()
          .then((value) => {
            // A request that was slower than a change: its content is right for it, and for nobody after it.
            if (revision === newest)
              kept.set(name, { value, bytes: name.length + JSON.stringify(value).length });
            return value;
          })
          .finally(() => underWay.delete(name));
        underWay.set(name, loading);
      }
      return loading;
    },
  };
}
