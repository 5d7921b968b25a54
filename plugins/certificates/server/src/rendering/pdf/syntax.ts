/** Values as they stand in a PDF (ISO 32000-1, 7.3). */

/** Points at an object: `12 0 R`. */
export type Ref = `${number} 0 R`;

/** What a dictionary holds: written values, numbers, or nothing, which leaves the entry out. */
export type Entries = Record<string, string | number | undefined>;

export function dictionary(entries: Entries): string {
  let written = '';
  for (const [name, value] of Object.entries(entries))
    if (value !== undefined) written += `/${name} ${value}`;
  return `<<${written}>>`;
}

export const array = (values: readonly (string | number)[]): string => `[${values.join(' ')}]`;

export const utf16InHex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

/** Text for people, in any script. */
export const textString = (text: string): string => `<feff${utf16InHex(text)}>`;

/** Text in ASCII without brackets and backslashes. */
export const asciiString = (text: string): string => `(${text})`;

const two = (value: number): string => String(value).padStart(2, '0');

/** A moment, to the second, in UTC. */
export function dateString(date: Date): string {
  const day = `${date.getUTCFullYear()}${two(date.getUTCMonth() + 1)}${two(date.getUTCDate())}`;
  return `(D:${day}${two(date.getUTCHours())}${two(date.getUTCMinutes())}${two(date.getUTCSeconds())}Z)`;
}

/** A name of any characters: those that would end it are written as their codes. */
export const name = (text: string): string =>
  `/${text.replace(/[^A-Za-z0-9+\-._]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
