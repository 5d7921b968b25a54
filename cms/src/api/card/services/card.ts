import type { Core } from '@strapi/types';
import type { Locale } from '../../../../shared/contracts/locale';
import { CARD, type Card, cardPage } from '../../../cards/card-page';
import { cardFacts, type CardFacts, cardHash } from '../../../cards/card-hash';
import { coverOf, GROUND } from '../../../cards/cover';

export interface DrawnCard {
  hash: string;
  png: Uint8Array;
}

const TABLE = 'social_cards';

const SCHOOL: Record<Locale, Card> = {
  en: {
    above: 'ONLINE TRAINING',
    title: 'Learn from people who do the work',
    below: 'Short modules, marks, and certificates anybody can verify',
    ground: GROUND,
    cover: null,
  },
  es: {
    above: 'FORMACIÓN EN LÍNEA',
    title: 'Aprende de quienes ejercen lo que enseñan',
    below: 'Módulos cortos, calificaciones y certificados verificables',
    ground: GROUND,
    cover: null,
  },
};

/**
 * Social cards. What strangers can have drawn is bounded by what there is: one picture for each published module and
 * language, and it is drawn again only when what it shows has changed.
 */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const drawing = new Map<string, Promise<DrawnCard>>();

  async function kept(subject: string, locale: Locale, hash: string, card: () => Promise<Card>) {
    const known = await strapi.db.connection(TABLE).where({ subject, locale, hash }).first('png');
    if (known) return { hash, png: known.png };
    const key = `${subject} ${locale} ${hash}`;
    // Many ask for a new one at the same time: it is drawn once.
    const found = drawing.get(key) ?? draw(subject, locale, hash, card);
    drawing.set(key, found);
    return found.finally(() => drawing.delete(key));
  }

  async function draw(subject: string, locale: Locale, hash: string, card: () => Promise<Card>) {
    const page = cardPage(await card());
    const png: Uint8Array = await strapi
      .plugin('certificates')
      .service('rendering')
      .picture(page, CARD.width);
    await strapi.db
      .connection(TABLE)
      .insert({ subject, locale, hash, png: Buffer.from(png) })
      .onConflict(['subject', 'locale'])
      .merge();
    return { hash, png };
  }

  const moduleCard = async ({ code, name, teacher, cover }: CardFacts): Promise<Card> => ({
    above: code,
    title: name,
    below: teacher,
    ...(await coverOf(strapi, cover)),
  });

  return {
    /** @throws 404 for an unknown, draft or unpublished module */
    async module(code: string, locale: Locale): Promise<DrawnCard> {
      const row = await strapi.service('api::module.catalog').row(code, locale);
      const facts = cardFacts(row);
      return kept(`module ${row.documentId}`, locale, cardHash(facts), () => moduleCard(facts));
    },

    school: (locale: Locale): Promise<DrawnCard> => {
      const { above, title, below } = SCHOOL[locale];
      const hash = cardHash({ code: above, name: title, teacher: below, cover: null });
      return kept('school', locale, hash, async () => SCHOOL[locale]);
    },
  };
};
