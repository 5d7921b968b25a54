import { Problem } from '../problem.ts';
import { AS_IT_IS, COPIED, EMPTIED, ITS_OWN, REPLACED } from './tables.ts';

export interface Column {
  table: string;
  name: string;
  type: string;
}
export interface Copying {
  table: string;
  columns: string[];
  /** Gives the rows as the copy may have them: nothing else leaves production. */
  select: string;
}
export interface Plan {
  copying: Copying[];
  emptied: string[];
}

/** Types in which words, and so names, may stand. */
const TEXT = /^(text|character|json|bytea|ARRAY|xml|inet)/;
const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const matches = (patterns: RegExp[], table: string): boolean => patterns.some((one) => one.test(table));

/**
 * What is copied, and how, of what there is on both sides.
 * @param password in place of everybody's: a hash
 * @throws Problem for a table or a column of which nobody has said what it holds
 */
export function planCopy(source: Column[], target: Column[], password: string): Plan {
  const tables = [...new Set(source.map(({ table }) => table))];
  const unknown: string[] = [];
  const copying: Copying[] = [];
  const emptied: string[] = [];
  const isThere = new Set(target.map(({ table, name }) => `${table}.${name}`));
  const targetTables = new Set(target.map(({ table }) => table));

  for (const table of tables) {
    if (matches(ITS_OWN, table)) continue;
    const replaced = REPLACED[table];
    if (!replaced && matches(EMPTIED, table)) {
      emptied.push(table);
      continue;
    }
    if (!replaced && !matches(COPIED, table)) {
      unknown.push(`the table ${table}`);
      continue;
    }
    const columns = source.filter((column) => column.table === table);
    const expressions = columns
      .filter(({ name }) => isThere.has(`${table}.${name}`))
      .map(({ name, type }) => {
        const rule = replaced?.columns[name];
        if (replaced && rule === undefined && TEXT.test(type) && !['document_id', 'locale'].includes(name))
          unknown.push(`the column ${table}.${name}`);
        if (rule === undefined || rule === AS_IT_IS) return { name, sql: quote(name) };
        return { name, sql: `${rule.replace(':password', () => `'${password}'`)} as ${quote(name)}` };
      });
    if (!targetTables.has(table)) continue;
    copying.push({
      table,
      columns: expressions.map(({ name }) => name),
      select: `select ${expressions.map(({ sql }) => sql).join(', ')} from ${quote(table)}${replaced?.where ? ` where ${replaced.where}` : ''}`,
    });
  }
  if (unknown.length > 0)
    throw new Problem(
      `Nobody has said whether these hold personal data: ${unknown.join(', ')}.`,
      'Say it in scripts/staging/tables.ts; until then nothing is copied.',
    );
  return { copying, emptied: emptied.filter((table) => targetTables.has(table)) };
}
