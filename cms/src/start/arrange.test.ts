import { LAYOUTS, NAMES_ES } from '../../shared/layouts';
import { CHOICES } from '../../shared/layouts/choices';
import type { ContentLayout } from '../../shared/layouts/layout';
import { arrange, isAsArranged, isUntouched, type Configuration } from './arrange';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const field = (name: string) => ({
  edit: { label: name, description: '', placeholder: '', visible: true, editable: true },
  list: { label: name, searchable: true, sortable: true },
});
/** As Strapi makes it. */
const made = (): Configuration => ({
  settings: { pageSize: 10, mainField: 'code', defaultSortBy: 'code', defaultSortOrder: 'ASC' },
  metadatas: { id: { edit: {}, list: { label: 'id' } }, code: field('code'), at: field('at') },
  layouts: {
    list: ['id', 'code'],
    edit: [
      [
        { name: 'code', size: 6 },
        { name: 'at', size: 6 },
      ],
    ],
  },
});
const layout: ContentLayout = {
  uid: 'api::x.x',
  sort: ['at', 'DESC'],
  list: ['code'],
  fields: {
    code: { en: ['Code', 'A hint'], es: ['Código'] },
    at: { en: ['When'], es: ['Cuándo'], readOnly: true },
  },
  edit: [[['code', 12]]],
};

describe('a layout of the admin', () => {
  it('is put over what Strapi makes; fields that it does not place come last', () => {
    const arranged = arrange(made(), layout);
    expect(arranged.metadatas.code?.edit).toMatchObject({
      label: 'Code',
      description: 'A hint',
      editable: true,
    });
    expect(arranged.metadatas.at?.edit).toMatchObject({ label: 'When', editable: false });
    expect(arranged.layouts).toEqual({
      list: ['code'],
      edit: [[{ name: 'code', size: 12 }], [{ name: 'at', size: 6 }]],
    });
    expect(arranged.settings).toMatchObject({ defaultSortBy: 'at', defaultSortOrder: 'DESC', pageSize: 10 });
  });

  it('leaves out what Lumino keeps for itself', () => {
    expect(arrange(made(), layout, ['at']).layouts.edit).toEqual([[{ name: 'code', size: 12 }]]);
    expect(arrange(made(), { ...layout, title: 'at' }).layouts.edit).toEqual([[{ name: 'code', size: 12 }]]);
  });

  it('is given to what nobody has arranged, and to nothing else', () => {
    expect(isUntouched(made(), false)).toBe(true);
    const labelled = made();
    labelled.metadatas.code = { ...field('code'), edit: { ...field('code').edit, label: 'Short name' } };
    expect(isUntouched(labelled, false)).toBe(false);
    expect(isUntouched({ ...made(), layouts: { list: ['code'], edit: [] } }, false)).toBe(false);
  });

  it('is known as it was made, also with a field that has come since; a change by hand is not it', () => {
    const arranged = arrange(made(), layout);
    const grown = structuredClone(arranged);
    grown.metadatas.more = field('more');
    grown.layouts.edit.push([{ name: 'more', size: 6 }]);
    expect(isAsArranged(grown, layout)).toBe(true);
    for (const change of [
      (one: Configuration) => (one.metadatas.code!.edit.label = 'Short name'),
      (one: Configuration) => one.layouts.list.push('at'),
      (one: Configuration) => (one.layouts.edit[0] = [{ name: 'code', size: 6 }]),
      (one: Configuration) => (one.settings.defaultSortBy = 'code'),
    ]) {
      const changed = structuredClone(arranged);
      change(changed);
      expect(isAsArranged(changed, layout)).toBe(false);
    }
  });
});

describe('the layouts of Lumino', () => {
  const root = path.join(__dirname, '..');
  const schemas = new Map<string, any>(
    ['api', 'components'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.json'))
        .map((file) => {
          const [first = '', , name = ''] = file.split(path.sep);
          const schema = JSON.parse(readFileSync(path.join(root, folder, file), 'utf8'));
          const uid = folder === 'api' ? `api::${first}.${name}` : `${first}.${path.basename(file, '.json')}`;
          return [uid, schema] as [string, any];
        }),
    ),
  );
  const isHidden = (schema: any) => schema.pluginOptions?.['content-manager']?.visible === false;

  it.each(LAYOUTS)(
    'name every field that people see, in both languages: $uid',
    ({ uid, fields, edit, list = [], title }) => {
      const attributes: [string, any][] = Object.entries(schemas.get(uid).attributes);
      const seen = attributes.filter(([, attribute]) => !isHidden(attribute)).map(([name]) => name);
      expect(
        Object.keys(fields)
          .filter((name) => name !== 'updatedAt')
          .sort(),
      ).toEqual([...seen].sort());
      const placed = edit.flat().map(([name]) => name);
      // A title stands above the form, if not in it.
      const above = title && !placed.includes(title) ? [title] : [];
      expect([...placed, ...above].sort()).toEqual([...seen].sort());
      for (const row of edit) expect(row.reduce((sum, [, width]) => sum + width, 0)).toBeLessThanOrEqual(12);
      for (const column of list) expect(Object.keys(fields)).toContain(column);
      for (const { en, es } of Object.values(fields)) {
        expect([...en, ...es].filter((words) => words.trim() === '')).toEqual([]);
        expect(es).toHaveLength(en.length);
      }
    },
  );

  it('have words for every value that can be chosen, in both languages', () => {
    const values = [...schemas.values()]
      .filter((schema) => !isHidden(schema))
      .flatMap((schema) => Object.values<any>(schema.attributes))
      .filter((attribute) => attribute.type === 'enumeration' && !isHidden(attribute))
      .flatMap((attribute): string[] => attribute.enum);
    expect(values).not.toEqual([]);
    for (const value of values) {
      expect(CHOICES[value]?.en).toMatch(/\S/);
      expect(CHOICES[value]?.es).toMatch(/\S/);
    }
  });

  it('leave out nothing that the admin shows, and every name is there in Spanish', () => {
    const laidOut = LAYOUTS.map(({ uid }) => uid);
    for (const [uid, schema] of schemas) {
      if (isHidden(schema)) continue;
      expect(Object.keys(NAMES_ES)).toContain(uid.includes('::') ? schema.info.displayName : uid);
      if (uid !== 'api::grade-change.grade-change') expect(laidOut).toContain(uid);
    }
  });
});
