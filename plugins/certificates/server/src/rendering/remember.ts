/**
 * Keeps what was made for the last keys, at most `most` of them: templates draw the same frames and words for everybody.
 * Forgets all at once, which is simple and makes memory flat.
 */
export function keep<T>(most: number): (key: string, make: () => T) => T {
  const known = new Map<string, T>();
  return (key, make) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make();
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}

/** A pure function that keeps its last results. */
export function remember<T>(most: number, make: (key: string) => T): (key: string) => T {
  const kept = keep<T>(most);
  return (key) => kept(key, () => make(key));
}

/** Makes something when it is first asked for, and keeps it. */
export function lazily<T>(make: () => T): () => T {
  let made: { it: T } | null = null;
  return () => (made ??= { it: make() }).it;
}
