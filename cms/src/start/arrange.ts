import type { ContentLayout } from '../../shared/layouts/layout';

interface Metadata {
  edit: Record<string, unknown>;
  list: Record<string, unknown>;
}
/** How Strapi keeps it. */
export interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, Metadata>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

/**
 * Strapi's own settings, with a layout of Lumino's put over them. Fields that the layout does not place come last; a
 * title stands above the form already.
 * @param hidden fields that Lumino keeps for itself: in no form
 */
export function arrange(
  current: Configuration,
  layout: ContentLayout,
  hidden: readonly string[] = [],
): Configuration {
  const metadatas = { ...current.metadatas };
  for (const [field, { en, readOnly, shows }] of Object.entries(layout.fields)) {
    const [label, description = ''] = en;
    const { edit = {}, list = {} } = current.metadatas[field] ?? {};
    metadatas[field] = {
      edit:
        Object.keys(edit).length === 0
          ? edit
          : { ...edit, label, description, editable: !readOnly, ...(shows ? { mainField: shows } : {}) },
      list: { ...list, label },
    };
  }
  const placed = new Set([...layout.edit.flat().map(([name]) => name), ...hidden, layout.title]);
  return {
    settings: {
      ...current.settings,
      ...(layout.title ? { mainField: layout.title } : {}),
      ...(layout.sort ? { defaultSortBy: layout.sort[0], defaultSortOrder: layout.sort[1] } : {}),
      ...(layout.pageSize ? { pageSize: layout.pageSize } : {}),
    },
    metadatas,
    layouts: {
      list: layout.list ? [...layout.list] : current.layouts.list,
      edit: [
        ...layout.edit.map((row) => row.map(([name, size]) => ({ name, size }))),
        ...current.layouts.edit
          .map((row) => row.filter(({ name }) => !placed.has(name)))
          .filter((row) => row.length > 0),
      ],
    },
  };
}

/** Whether nobody has arranged it yet: every label is its field's name, and the list begins as Strapi makes it. */
export const isUntouched = ({ metadatas, layouts }: Configuration, isComponent: boolean): boolean =>
  (isComponent || layouts.list[0] === 'id') &&
  Object.entries(metadatas).every(
    ([field, { edit, list }]) =>
      (edit.label === undefined || edit.label === field) && !edit.description && list.label === field,
  );

/** Whether it is still as this layout made it, apart from fields that have come since. */
export function isAsArranged(current: Configuration, layout: ContentLayout): boolean {
  const known = new Set([...Object.keys(layout.fields), ...layout.edit.flat().map(([name]) => name)]);
  const ofKnown = ({ settings, metadatas, layouts }: Configuration) =>
    JSON.stringify([
      Object.entries(settings).sort(),
      [...known]
        .sort()
        .map((field) => [field, sorted(metadatas[field]?.edit), sorted(metadatas[field]?.list)]),
      layout.list ? layouts.list : [],
      layouts.edit.map((row) => row.filter(({ name }) => known.has(name))).filter((row) => row.length > 0),
    ]);
  return ofKnown(current) === ofKnown(arrange(current, layout));
}

const sorted = (values: Record<string, unknown> = {}): [string, unknown][] => Object.entries(values).sort();
