import { LAYOUTS } from '../../../shared/layouts';
import type { FieldLayout } from '../../../shared/layouts/layout';

interface Field {
  name: string;
  label: unknown;
  hint?: string | null;
}
interface EditView {
  layout: {
    layout: Field[][][];
    components: Record<string, { layout: Field[][] }>;
    options?: Record<string, unknown>;
  };
  query: unknown;
}
interface ListView {
  displayedHeaders: Field[];
  layout: unknown;
}

const isSpanish = (): boolean => localStorage.getItem('strapi-admin-language') === 'es';

/** Every English sentence of the layouts with its Spanish, for each field: the same word may be another one elsewhere. */
const known = new Map<string, FieldLayout[]>();
for (const { uid, fields } of LAYOUTS)
  for (const [name, field] of Object.entries(fields))
    known.set(`${uid} ${name}`, [field]).set(name, [...(known.get(name) ?? []), field]);

/** Only Lumino's own words: what an administrator wrote over them stays. */
function inSpanish<Kind extends Field>(field: Kind, uid?: string): Kind {
  const layouts = known.get(uid ? `${uid} ${field.name}` : field.name) ?? [];
  const found = layouts.find(
    ({ en }) => en[0] === field.label && (en[1] ?? '') === (field.hint ?? en[1] ?? ''),
  );
  if (!found) return field;
  const { en, es } = found;
  return {
    ...field,
    label: es[0],
    ...(field.hint === undefined || field.hint !== en[1] ? {} : { hint: es[1] }),
  };
}

const rowsInSpanish = (rows: Field[][], uid?: string): Field[][] =>
  rows.map((row) => row.map((field) => inSpanish(field, uid)));

/** Strapi keeps one label for all languages; these hooks put the reader's in its place. */
export function translateEditView(view: EditView): EditView {
  if (!isSpanish()) return view;
  const { layout, components } = view.layout;
  return {
    ...view,
    layout: {
      ...view.layout,
      layout: layout.map((panel) => rowsInSpanish(panel)),
      components: Object.fromEntries(
        Object.entries(components).map(([uid, component]) => [
          uid,
          { ...component, layout: rowsInSpanish(component.layout, uid) },
        ]),
      ),
    },
  };
}

export const translateListView = (view: ListView): ListView =>
  isSpanish() ? { ...view, displayedHeaders: view.displayedHeaders.map((field) => inSpanish(field)) } : view;
