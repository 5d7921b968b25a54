import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { HistoryEntry } from '../../../shared/contracts/gradebook';
import { UID } from '../constants';
import type { GradedModule } from './module-rows';

const number = (value: unknown): number | null => (value == null ? null : Number(value));

/** Every change of one student's mark or feedback: who, when, from, to (M7). The rows are written by the application's own rules. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Newest first. @throws NotFoundError (404) for an enrollment of another module: its marks may be another teacher's. */
  async of({ moduleKey }: GradedModule, enrollmentKey: string): Promise<HistoryEntry[]> {
    const enrolled = await strapi.db
      .query(UID.enrollment)
      .count({ where: { documentId: enrollmentKey, moduleKey } });
    if (enrolled === 0) throw new errors.NotFoundError(`The module has no enrollment ${enrollmentKey}`);
    const rows = await strapi.db.query(UID.gradeChange).findMany({
      where: { enrollmentKey },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    });
    return rows.map((row) => ({
      from: number(row.from),
      to: number(row.to),
      feedback: row.feedbackTo == null ? null : { from: row.feedbackFrom ?? '', to: row.feedbackTo },
      actor: row.actor ?? '',
      at: new Date(row.at).toISOString(),
    }));
  },
});
