/** Which files are read whole, to work out their SHA-256. */
export interface Reading {
  /** Asked once for each certificate, by rising `id`. */
  wants(row: { id: number; documentId: string }): boolean;
  /** Whether it rests between two files. */
  isGentle: boolean;
  /** Where the next inspection goes on: the highest id that was read, 0 for the beginning. */
  readUpTo(): number;
}

/** Every file has had its turn after at most so many inspections. */
export const SLICES = 30;
/** Files; fewer are not worth a night of their own. */
const SLICE_MIN = 500;

export const readAll = (): Reading => ({ wants: () => true, isGentle: false, readUpTo: () => 0 });

/**
 * One slice of all files, from where the last inspection stopped. What was altered by the last one is read again each time,
 * so that it stays reported until it is mended.
 *
 * @param total how many there are
 */
export function readSlice({
  total,
  after,
  altered,
}: {
  total: number;
  after: number;
  altered: ReadonlySet<string>;
}): Reading {
  const size = Math.max(SLICE_MIN, Math.ceil(total / SLICES));
  let read = 0;
  let last = after;
  return {
    isGentle: true,
    wants({ id, documentId }) {
      if (id > after && read < size) {
        read++;
        last = id;
        return true;
      }
      return altered.has(documentId);
    },
    readUpTo: () => (read < size ? 0 : last),
  };
}
