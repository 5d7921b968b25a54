import { type Grant, mergeGrants } from './merge-grants';

const grant = (action: string, conditions: string[] = [], fields?: string[]): Grant => ({
  action,
  subject: fields ? 'api::lesson.lesson' : null,
  conditions,
  properties: fields ? { fields } : {},
});
const merge = (given: Grant[] | null, current: Grant[], wanted: Grant[]) =>
  mergeGrants({ given, current, wanted }, () => ['title', 'slug']);
const NOTHING = { give: [], take: [], left: [] };

describe('a role that nobody touched', () => {
  it('gets everything when it is new', () => {
    expect(merge([], [], [grant('read'), grant('issue')])).toEqual({
      ...NOTHING,
      give: [grant('read'), grant('issue')],
    });
  });

  it('stays as it is at every further start, in whatever order its fields stand', () => {
    const [one, other] = [grant('read', [], ['title', 'slug']), grant('read', [], ['slug', 'title'])];
    expect(merge([one], [other], [one])).toEqual(NOTHING);
  });

  it('follows a new version of Lumino: what is new comes, what is gone goes, a condition changes', () => {
    const given = [grant('read'), grant('issue', ['a'])];
    expect(merge(given, given, [grant('issue', ['b']), grant('revoke')])).toEqual({
      give: [grant('issue', ['b']), grant('revoke')],
      take: [grant('read')],
      left: [],
    });
  });

  it('does not count as touched where a content type lost a field', () => {
    const given = [grant('read', [], ['title', 'slug', 'gone'])];
    const current = [grant('read', [], ['title', 'slug'])];
    expect(merge(given, current, current)).toEqual(NOTHING);
    expect(merge(given, current, [grant('read', ['a'], ['title', 'slug'])]).give).toHaveLength(1);
  });
});

describe('what an administrator changed by hand', () => {
  it('stays: taken away, added, or with another condition', () => {
    const given = [grant('read'), grant('issue', ['a'])];
    expect(merge(given, [grant('issue'), grant('settings')], given)).toEqual(NOTHING);
  });

  it('stays even if Lumino wants something else by now, and is told', () => {
    const given = [grant('issue', ['a'])];
    expect(merge(given, [grant('issue')], [grant('issue', ['b'])])).toEqual({
      ...NOTHING,
      left: [grant('issue')],
    });
    expect(merge(given, [], [grant('issue', ['b'])])).toEqual({ ...NOTHING, left: [grant('issue', ['b'])] });
  });

  it('keeps nothing else from following', () => {
    const given = [grant('read'), grant('issue', ['a'])];
    const merged = merge(given, [grant('issue', ['a'])], [grant('read'), grant('issue', ['b'])]);
    expect(merged).toEqual({ give: [grant('issue', ['b'])], take: [], left: [] });
  });

  it('may be anything in a role from before Lumino kept account: every difference is left and told', () => {
    const merged = merge(null, [grant('read'), grant('issue')], [grant('issue', ['a']), grant('revoke')]);
    expect(merged.give).toEqual([]);
    expect(merged.take).toEqual([]);
    expect(merged.left.map(({ action }) => action)).toEqual(['read', 'issue', 'revoke']);
  });
});
