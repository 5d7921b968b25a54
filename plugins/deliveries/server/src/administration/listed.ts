import type { Core } from '@strapi/types';
import type { ListedMail } from '../../../shared/contracts/administration';
import type { Kind } from '../kinds/kinds';
import { stateOf } from '../ledger/states';

export const iso = (value: string | Date | null | undefined): string | null =>
  value ? new Date(value).toISOString() : null;

/** Those that are registered, each with its name in the reader's language, or in English. */
export function kindsIn(strapi: Core.Strapi, locale: string): { key: string; name: string }[] {
  const kinds: Kind[] = strapi.plugin('deliveries').service('kinds').all();
  const language = locale.split('-')[0] ?? 'en';
  return kinds.map(({ key, names }) => ({ key, name: names[language] ?? names.en ?? key }));
}

/**
 * A row as the list shows it.
 * @param answer the mail server's to the last try, where the row has none.
 */
export const toListed = (
  row: any,
  kinds: { key: string; name: string }[],
  answer: string | null,
): ListedMail => ({
  id: row.documentId,
  key: row.key,
  kind: row.kind,
  kindName: kinds.find(({ key }) => key === row.kind)?.name ?? row.kind,
  to: row.to,
  subject: row.subject ?? null,
  state: stateOf(row),
  queuedAt: iso(row.queuedAt) as string,
  nextAttemptAt: iso(row.nextAttemptAt),
  sentAt: iso(row.sentAt),
  attempts: row.attempts,
  lastAnswer: row.lastError ?? answer,
});
