/** A label, and what is said below the field where there is something to say. */
export type Words = readonly [label: string, hint?: string];

export interface FieldLayout {
  en: Words;
  es: Words;
  /** Lumino sets it: shown, and not to be written. */
  readOnly?: boolean;
  /** Of a relation: the field of the other side that stands for it. */
  shows?: string;
}

/** How Strapi's own pages show one content type or component. */
export interface ContentLayout {
  uid: string;
  fields: Readonly<Record<string, FieldLayout>>;
  /** Rows of the form: fields with their widths, of 12. */
  edit: readonly (readonly (readonly [field: string, width: number])[])[];
  /** Columns of the list; components have none. */
  list?: readonly string[];
  /** What stands for a document where it is named. */
  title?: string;
  sort?: readonly [field: string, order: 'ASC' | 'DESC'];
  pageSize?: 10 | 20 | 50 | 100;
}
