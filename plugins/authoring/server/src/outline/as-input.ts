/** What was read, as it is written anew: components without their ids, files of the media library as theirs. */
export function asInput(value: any): any {
  if (Array.isArray(value)) return value.map(asInput);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if ('mime' in value && 'hash' in value) return value.id;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'id')
      .map(([name, inner]) => [name, asInput(inner)]),
  );
}
