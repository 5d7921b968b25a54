import type { Core } from '@strapi/types';
import type { BacklogSubject, PreviewRow, Subject } from '../../../shared/contracts/administration';
import type { Access } from './access';
import { checkMayIssue, previewIssue } from './preview';
import { listSubjects, type About } from './subjects';

/** The subjects that are meant: the one that is named, or every one of the kind that the user may issue for. */
async function subjectsOf(
  strapi: Core.Strapi,
  access: Access,
  { source, kind, subject }: About,
  language: string,
): Promise<Subject[]> {
  if (kind === 'grade' || subject !== null) checkMayIssue(access, { source, kind, subject });
  const all = await listSubjects(strapi, access, language);
  return all.filter(
    (one) =>
      one.mayIssue &&
      one.source === source &&
      one.kind === kind &&
      (subject === null || one.subject === subject),
  );
}

/** How many would get a certificate now and have none, for each subject; and why others would not. Writes nothing. */
export async function backlog(
  strapi: Core.Strapi,
  access: Access,
  about: About,
  language: string,
): Promise<BacklogSubject[]> {
  const found: BacklogSubject[] = [];
  for (const { source, kind, subject, name } of await subjectsOf(strapi, access, about, language)) {
    const rows = await previewIssue(strapi, access, { source, kind, subject });
    const ready = rows.filter(({ state }) => state === 'ready').length;
    const refused = countRefusals(rows);
    const issued = rows.length - ready - refused.reduce((sum, { count }) => sum + count, 0);
    found.push({ source, kind, subject, name, ready, issued, refused });
  }
  return found;
}

function countRefusals(rows: PreviewRow[]): BacklogSubject['refused'] {
  const counts = new Map<string, BacklogSubject['refused'][number]>();
  for (const { refusal } of rows) {
    if (!refusal) continue;
    const { reason, rule } = refusal;
    const key = `${rule?.key ?? ''}/${reason}`;
    counts.set(key, { reason, rule, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

/** Everybody who would get a certificate now and has none, with what for. */
export async function readyRecipients(
  strapi: Core.Strapi,
  access: Access,
  about: About,
): Promise<{ recipientKey: string; subject: string | null }[]> {
  const ready: { recipientKey: string; subject: string | null }[] = [];
  for (const { source, kind, subject } of await subjectsOf(strapi, access, about, 'en'))
    for (const { recipientKey, state } of await previewIssue(strapi, access, { source, kind, subject }))
      if (state === 'ready') ready.push({ recipientKey, subject });
  return ready;
}
