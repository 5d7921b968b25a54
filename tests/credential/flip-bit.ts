/** Numbers from 0 to 1, the same for the same seed (mulberry32), so that a test that fails fails again. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A copy with one bit the other way round. */
export function flipBit(bytes: Uint8Array, random: () => number): Buffer {
  const changed = Buffer.from(bytes);
  const at = Math.floor(random() * changed.length);
  changed[at] = (changed[at] as number) ^ (1 << Math.floor(random() * 8));
  return changed;
}
