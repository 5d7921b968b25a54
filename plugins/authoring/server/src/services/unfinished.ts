import type { Core } from '@strapi/types';
import { LOCALES, type Locale, type TextState } from '../../../shared/contracts/outline';
import { contentAccess } from '../access/content-access';
import { UID, type AuthoredUid } from '../constants';
import { byDocument, inLanguages, type Row } from '../outline/rows';

export interface Item {
  type: 'module' | 'lesson';
  documentId: string;
  title: string;
  /** Where to go on. */
  locale: Locale;
  /** `missing`: there is no text in that language. */
  state: TextState | 'missing';
  updatedAt: string;
}

export interface Unfinished {
  drafts: number;
  modified: number;
  /** Lessons and modules without a text in a language. */
  untranslated: number;
  /** The newest of them. */
  newest: Item[];
  /** Whatever there is, edited last first. */
  edited: Item[];
}

const TITLES = { [UID.module]: 'name', [UID.lesson]: 'title' } as const;

/** How the modules and lessons that somebody may read stand: what is not published or not translated yet, and the last edited. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @param ability what the user's roles allow, as Strapi's admin authentication left it in the request. */
  async of(ability: unknown, most: number): Promise<Unfinished> {
    const access = contentAccess(strapi, ability);
    const items = (
      await Promise.all(
        [UID.module, UID.lesson].map(async (uid) => {
          const rows = await strapi.db.query(uid).findMany({
            where: access.readable(uid),
            select: ['documentId', 'locale', 'publishedAt', 'updatedAt', TITLES[uid]],
          });
          return [...byDocument(rows as unknown as Row[]).values()].flatMap((of) => itemsOf(uid, of));
        }),
      )
    ).flat();
    const count = (state: Item['state']) => items.filter((item) => item.state === state).length;
    items.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
    return {
      drafts: count('draft'),
      modified: count('modified'),
      untranslated: count('missing'),
      newest: items.filter(({ state }) => state !== 'published').slice(0, most),
      edited: items.filter(({ state }) => state !== 'missing').slice(0, most),
    };
  },
});

function itemsOf(uid: AuthoredUid, rows: Row[]): Item[] {
  const states = inLanguages(rows, (_, state) => state);
  const newest = [...rows].sort(
    (a, b) => new Date(b.updatedAt).getTime() - new Date(a.updatedAt).getTime(),
  )[0];
  return LOCALES.map((locale): Item => {
    const state = states[locale] ?? 'missing';
    const row = (rows.find((one) => one.locale === locale && !one.publishedAt) ?? newest) as Row &
      Record<string, string>;
    return {
      type: uid === UID.module ? 'module' : 'lesson',
      documentId: row.documentId,
      title: row[TITLES[uid]] ?? '',
      locale,
      state,
      updatedAt: new Date(row.updatedAt).toISOString(),
    };
  });
}
