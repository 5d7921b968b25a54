import type { Core } from '@strapi/types';
import {
  CHANGES_MAX,
  type ImportProblem,
  type ImportReport,
  REPORTED_MAX,
  ROWS_MAX,
} from '../../../shared/contracts/gradebook';
import { decode } from '../csv/decode';
import { planImport } from '../csv/plan-import';
import { readRows } from '../csv/read-rows';
import type { GradedModule } from './module-rows';

/** Marks out of a file (M5). */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (name: string) => strapi.plugin('gradebook').service(name);

  const unreadable = (
    problem: ImportProblem['problem'],
    row: number | null,
    encoding: string | null,
  ): ImportReport => ({
    ...{ encoding, rows: 0, changed: 0, changes: [], wrong: 1, written: false },
    problems: [{ row, column: null, problem, cell: '' }],
  });

  return {
    /** With `dryRun`, and with any problem, nothing is written; otherwise all of it, in the transaction of a save. */
    async run(module: GradedModule, bytes: Buffer, { dryRun }: { dryRun: boolean }): Promise<ImportReport> {
      const decoded = decode(bytes);
      if (!decoded.ok) return unreadable('no-text', null, null);
      const csv = readRows(decoded.text);
      if (!csv.ok) return unreadable(csv.problem, csv.row, decoded.encoding);
      if (csv.rows.length > ROWS_MAX) return unreadable('too-many-rows', ROWS_MAX + 2, decoded.encoding);

      const { rows: roster, scale } = await service('roster').of(module);
      const { changes, planned, problems } = planImport(csv.rows, roster, scale);
      if (changes.length > CHANGES_MAX)
        return unreadable('too-many-rows', planned[CHANGES_MAX]?.row ?? null, decoded.encoding);
      const isSaved = !dryRun && problems.length === 0 && changes.length > 0;
      if (isSaved) {
        const result = await service('marks').save(module, changes);
        if (result.outcome === 'conflict') {
          const theirs = new Set(result.conflicts.map((one: { enrollmentKey: string }) => one.enrollmentKey));
          changes.forEach(({ enrollmentKey }, index) => {
            const row = planned[index]?.row ?? null;
            if (theirs.has(enrollmentKey))
              problems.push({ row, column: 'mark', problem: 'changed-meanwhile', cell: '' });
          });
        }
      }
      return {
        encoding: decoded.encoding,
        rows: csv.rows.length,
        changed: changes.length,
        wrong: problems.length,
        changes: planned.slice(0, REPORTED_MAX),
        problems: problems.slice(0, REPORTED_MAX),
        written: isSaved && problems.length === 0,
      };
    },
  };
};
