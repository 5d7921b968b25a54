/** Spreadsheets run a cell that begins with one of these as a formula. https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** One field by RFC 4180; what a spreadsheet would take for a formula begins with an apostrophe and so is text. */
export function csvField(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n;']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export const csvLine = (fields: (string | number | null)[]): string =>
  `${fields.map(csvField).join(',')}\r\n`;
