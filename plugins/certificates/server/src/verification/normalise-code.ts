/** A code as somebody typed it: case, spaces, dashes and the usual mix-ups do not count. */
export const normaliseCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
