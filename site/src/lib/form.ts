/** The texts of a posted form; files and missing fields are empty. */
export async function readTexts<Name extends string>(
  request: Request,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const form = await request.formData();
  return Object.fromEntries(
    names.map((name) => [name, typeof form.get(name) === 'string' ? String(form.get(name)) : '']),
  ) as Record<Name, string>;
}

/** The first field, in the order of the form, that has an error: it takes the focus. */
export const firstFaulty = (names: readonly string[], errors: Record<string, string>): string | undefined =>
  names.find((name) => errors[name]);
