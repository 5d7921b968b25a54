/** One permission of a role of the admin. */
export interface Grant {
  action: string;
  /** The content type; null where the action has none. */
  subject: string | null;
  conditions: string[];
  properties: { fields?: string[]; locales?: string[] };
}

export interface MergedGrants {
  /** To be given as they are here, in place of what is there for the same action and subject. */
  give: Grant[];
  take: Grant[];
  /** Somebody changed these by hand, and Lumino by now wants something else: they stay, and that is to be said. */
  left: Pick<Grant, 'action' | 'subject'>[];
}

export const keyOf = ({ action, subject }: Pick<Grant, 'action' | 'subject'>): string =>
  subject ? `${action} of ${subject}` : action;

const written = (grant: Grant | undefined): string => {
  if (!grant) return '';
  const { conditions, properties } = grant;
  const sorted = (list: string[] | undefined): string => [...(list ?? [])].sort().join();
  return `granted ${sorted(conditions)} / ${sorted(properties.fields)} / ${sorted(properties.locales)}`;
};

/**
 * What has to change in a role. Where the role still has what it was given last, it gets what Lumino wants today; what
 * somebody changed since is theirs. So a person's work and a new version of Lumino do not undo each other.
 *
 * @param given what Lumino gave last; null where nobody knows: then everything that differs counts as changed by hand.
 * @param fieldsOf the fields that a content type has today: Strapi takes others out of permissions by itself.
 */
export function mergeGrants(
  { given, current, wanted }: { given: Grant[] | null; current: Grant[]; wanted: Grant[] },
  fieldsOf: (subject: string) => string[],
): MergedGrants {
  const today = (grant: Grant): Grant => {
    const { subject, properties } = grant;
    if (!subject || !properties.fields) return grant;
    const there = new Set(fieldsOf(subject));
    return {
      ...grant,
      properties: { ...properties, fields: properties.fields.filter((one) => there.has(one)) },
    };
  };
  const byKey = (grants: Grant[]) => new Map(grants.map((grant) => [keyOf(grant), grant]));
  const [before, now, then] = [byKey((given ?? []).map(today)), byKey(current), byKey(wanted)];

  const merged: MergedGrants = { give: [], take: [], left: [] };
  for (const key of new Set([...before.keys(), ...now.keys(), ...then.keys()])) {
    const [was, is, should] = [before.get(key), now.get(key), then.get(key)];
    if (written(is) === written(should)) continue;
    const byHand = given === null || written(was) !== written(is);
    if (!byHand && should) merged.give.push(should);
    else if (!byHand) merged.take.push(is as Grant);
    else if (given === null || written(was) !== written(should)) merged.left.push((is ?? should) as Grant);
  }
  return merged;
}
