import type { Core, UID } from '@strapi/types';

type Reference = string | number | { documentId?: string; id?: number };
type RelationInput =
  | Reference
  | Reference[]
  | { set?: Reference[] | Reference | null; connect?: Reference[] | Reference; disconnect?: unknown }
  | null
  | undefined;

const last = <T>(value: T | T[] | null | undefined): T | undefined =>
  Array.isArray(value) ? value.at(-1) : (value ?? undefined);

/**
 * The `documentId` a to-one relation will point to after a write, for every shape in which Strapi accepts one.
 *
 * @returns `undefined` when the input leaves the relation as it is, `null` when it empties it.
 */
export async function relationTarget(
  strapi: Core.Strapi,
  target: UID.ContentType,
  input: RelationInput,
): Promise<string | null | undefined> {
  if (input === undefined) return undefined;
  if (input === null) return null;

  let reference: Reference | undefined;
  if (
    typeof input === 'object' &&
    !Array.isArray(input) &&
    ('set' in input || 'connect' in input || 'disconnect' in input)
  ) {
    const connected = last(input.connect);
    reference = connected ?? last(input.set);
    if (reference === undefined) {
      const empties = 'set' in input || (Array.isArray(input.disconnect) && input.disconnect.length > 0);
      return empties ? null : undefined;
    }
  } else {
    reference = last(input as Reference | Reference[]);
  }
  if (reference === undefined) return null;
  if (typeof reference === 'string') return reference;
  if (typeof reference === 'object' && reference.documentId) return reference.documentId;

  const id = typeof reference === 'object' ? reference.id : reference;
  const row = await strapi.db.query(target).findOne({ where: { id }, select: ['documentId'] });
  return row?.documentId ?? null;
}
