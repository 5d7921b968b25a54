/** What readers are shown, apart from components: those are content whatever they are called. */
const SHOWN = [
  'api::module.module',
  'api::lesson.lesson',
  'api::teacher-profile.teacher-profile',
  'plugin::upload.file',
];

export interface Model {
  uid: string;
  tableName: string;
  attributes: Record<string, { joinTable?: { name: string } | null }>;
}

/**
 * Every table whose rows are shown to readers, with those that link them. Relations, sections and pictures lie in tables of
 * their own: a lesson whose sections were reordered has no changed row but there.
 * @param isComponent whether a model is a component of the application
 */
export function contentTables(models: Iterable<Model>, isComponent: (uid: string) => boolean): string[] {
  const tables = new Set<string>();
  for (const { uid, tableName, attributes } of models) {
    if (!SHOWN.includes(uid) && !isComponent(uid)) continue;
    tables.add(tableName);
    for (const { joinTable } of Object.values(attributes)) if (joinTable) tables.add(joinTable.name);
  }
  return [...tables].sort();
}
