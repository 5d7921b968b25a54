import { types } from 'pg';

const JSONB = 3802;

/**
 * Column parsers for pg-boss's own connections. Strapi tells the driver, for the whole process, to leave `jsonb` as text;
 * pg-boss expects objects, and a handler would get its payload as a string.
 */
export const jsonTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    oid === JSONB && format !== 'binary'
      ? (value: string) => JSON.parse(value)
      : types.getTypeParser(oid, format as never),
};
