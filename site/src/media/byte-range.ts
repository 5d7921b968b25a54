export interface ByteRange {
  /** First and last byte, both counted. */
  first: number;
  last: number;
}

/**
 * The part of a file that a `Range` header asks for, cut to what there is (RFC 9110, 14.1.2).
 * @returns null where the header is to be ignored (none, several, or no sense): the whole file is the answer;
 * `unsatisfiable` for a part behind the end (416)
 */
export function byteRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [from = '', to = ''] = match?.slice(1) ?? [];
  if (from === '' && to === '') return null;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 };
  }
  const [first, last] = [Number(from), to === '' ? Infinity : Number(to)];
  if (last < first) return null;
  return first >= size ? 'unsatisfiable' : { first, last: Math.min(last, size - 1) };
}
