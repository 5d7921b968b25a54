import { createHash } from 'node:crypto';
import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { Branding, Picture } from '../../../shared/contracts/settings';
import type { Issuer } from '../../../shared/snapshot';
import { PICTURE } from '../constants';
import type { Pictures } from '../rendering/picture/place-picture';
import { normalise } from './normalise';

const SHOWN = ['key', 'mediaType', 'width', 'height'];

/** Every picture that a design of certificates names. */
const keysOf = ({ logo, signatures }: Pick<Branding, 'logo' | 'signatures'>): string[] => [
  ...new Set([logo, ...signatures.map(({ picture }) => picture)].filter((key) => key !== null)),
];

type Kept = Picture & { data: Buffer };

/** Runs and previews of thousands ask for the same few each time; a key never means anything else. */
const MOST_REMEMBERED = 20;

export const createPictures = (strapi: Core.Strapi) => {
  const rows = () => strapi.db.query(PICTURE);
  const remembered = new Map<string, Kept>();

  /** @throws ValidationError (400) naming what is not there. */
  async function find(keys: string[]): Promise<Kept[]> {
    if (!keys.every((key) => remembered.has(key))) {
      const found = await rows().findMany({ where: { key: { $in: keys } } });
      if (remembered.size + found.length > MOST_REMEMBERED) remembered.clear();
      for (const { key, mediaType, width, height, data } of found)
        remembered.set(key, { key, mediaType, width, height, data: Buffer.from(data, 'base64') });
    }
    return keys.map((key) => {
      const picture = remembered.get(key);
      if (!picture) throw new errors.ValidationError(`There is no picture ${key}`);
      return picture;
    });
  }

  return {
    /**
     * Keeps a picture; the same one is kept once.
     *
     * @param bytes an SVG of plain paths, or a PNG of at most 2000 pixels a side; at most 512 KiB.
     * @throws ValidationError (400) with the reason
     */
    async add(bytes: Uint8Array): Promise<Picture> {
      const { data, mediaType, width, height } = normalise(Buffer.from(bytes));
      const key = createHash('sha256').update(data).digest('hex');
      const { tableName } = strapi.db.metadata.get(PICTURE);
      const isThere = await rows().findOne({ where: { key }, select: ['id'] });
      if (!isThere) {
        try {
          await rows().create({ data: { key, mediaType, width, height, data: data.toString('base64') } });
        } catch (error) {
          // Two at once: the unique key let one through, and both mean the same.
          const [row] = await strapi.db.connection(tableName).where({ key }).select('id');
          if (!row) throw error;
        }
      }
      return { key, mediaType, width, height };
    },

    /** @throws ValidationError (400) where there is none. */
    get: async (key: string): Promise<Kept> => (await find([key]))[0] as Kept,

    /** All there are, the newest first. */
    list: (): Promise<Picture[]> =>
      rows().findMany({ select: SHOWN, orderBy: { id: 'desc' } }) as Promise<Picture[]>,

    /** Those that a design names, by their keys. @throws ValidationError (400) naming what is not there */
    namedBy: async (branding: Pick<Branding, 'logo' | 'signatures'>): Promise<Map<string, Picture>> =>
      new Map((await find(keysOf(branding))).map((picture) => [picture.key, picture])),

    /** The bytes of what a snapshot names, for the renderer. */
    async of({ logo, signatures }: Issuer): Promise<Pictures> {
      const named = [logo, ...signatures.map(({ picture }) => picture)].flatMap((one) => one?.key ?? []);
      const found = await find([...new Set(named)]);
      return Object.fromEntries(found.map(({ key, mediaType, data }) => [key, { mediaType, data }]));
    },

    /** Certificates name pictures for ever, so nothing takes one away or changes it, not even by another way than this. */
    protect(): void {
      const refuse = () => {
        throw new errors.ForbiddenError('Pictures of certificates are kept as they are, for ever');
      };
      strapi.db.lifecycles.subscribe({
        models: [PICTURE],
        beforeUpdate: refuse,
        beforeUpdateMany: refuse,
        beforeDelete: refuse,
        beforeDeleteMany: refuse,
      } as never);
    },
  };
};

export type PicturesService = ReturnType<typeof createPictures>;
