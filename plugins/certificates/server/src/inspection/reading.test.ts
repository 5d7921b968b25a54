import { readAll, readSlice, SLICES } from './reading';

const TOTAL = 60_000;
const rows = Array.from({ length: TOTAL }, (_, index) => ({ id: (index + 1) * 3, documentId: `c${index}` }));

/** The certificates whose files one inspection reads, and where the next one goes on. */
function night(after: number, altered: string[] = []) {
  const reading = readSlice({ total: TOTAL, after, altered: new Set(altered) });
  const read = rows.filter((row) => reading.wants(row)).map(({ documentId }) => documentId);
  return { read, next: reading.readUpTo() };
}

describe('which files are read whole', () => {
  it('are all of them, each once, within thirty nights of the same length', () => {
    const all: string[] = [];
    let after = 0;
    for (let nights = 0; nights < SLICES; nights++) {
      const { read, next } = night(after);
      expect(read).toHaveLength(TOTAL / SLICES);
      all.push(...read);
      after = next;
    }
    expect(new Set(all).size).toBe(TOTAL);
    expect(all).toHaveLength(TOTAL);
    // Nothing is left after the last: the next night begins again.
    expect(night(after)).toEqual({ read: [], next: 0 });
  });

  it('are those, besides, that were altered when they were last read', () => {
    const { read } = night(0, ['c59999']);
    expect(read).toHaveLength(TOTAL / SLICES + 1);
    expect(read).toContain('c59999');
  });

  it('are all, where somebody asks for it', () => {
    const reading = readAll();
    expect(rows.every((row) => reading.wants(row))).toBe(true);
    expect(reading.readUpTo()).toBe(0);
  });
});
