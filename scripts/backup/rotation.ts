/** How many backups are kept: the newest of each of so many days, weeks and months that have one; and all of the last day. */
export interface Rotation {
  days: number;
  weeks: number;
  months: number;
}

const NAME = /^lumino-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)\.tar\.gz\.age$/;
const DAY = 24 * 60 * 60 * 1000;

export const nameOf = (at: Date): string =>
  `lumino-${at
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-')}.tar.gz.age`;

/** When a backup of this name was begun; null for any other file. */
export function timeOf(name: string): Date | null {
  const [, time] = NAME.exec(name) ?? [];
  return time ? new Date(time.replace(/T(\d\d)-(\d\d)-(\d\d)Z/, 'T$1:$2:$3Z')) : null;
}

/** Backups by their names, the newest first; other files are left out. */
export const newestFirst = (names: Iterable<string>): string[] => [...names].filter(timeOf).sort().reverse();

/** @returns which of these backups are not needed any more; never the newest. */
export function superfluous(names: Iterable<string>, { days, weeks, months }: Rotation): string[] {
  const sorted = newestFirst(names);
  const newest = timeOf(sorted[0] ?? '')?.getTime() ?? 0;
  // One from before a release must not give way to one from after it.
  const kept = new Set(sorted.filter((name) => newest - (timeOf(name) as Date).getTime() < DAY));
  const keep = (count: number, periodOf: (at: Date) => string) => {
    const periods = new Set<string>();
    for (const name of sorted) {
      const period = periodOf(timeOf(name) as Date);
      if (periods.has(period) || periods.size >= count) continue;
      periods.add(period);
      kept.add(name);
    }
  };
  keep(days, (at) => at.toISOString().slice(0, 10));
  // Weeks begin on Mondays, as 5 January 1970 was one.
  keep(weeks, (at) => String(Math.floor((at.getTime() / DAY + 3) / 7)));
  keep(months, (at) => at.toISOString().slice(0, 7));
  return sorted.filter((name) => !kept.has(name));
}

/** `7 4 12`. @throws when it is anything else. */
export function parseRotation(text: string): Rotation {
  const [, days, weeks, months] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s*$/.exec(text) ?? [];
  if (months === undefined)
    throw new Error(`BACKUP_KEEP must be days, weeks and months, such as "7 4 12", not "${text}"`);
  return { days: Number(days), weeks: Number(weeks), months: Number(months) };
}
