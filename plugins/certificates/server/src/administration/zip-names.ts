const UNSAFE = /[^A-Za-z0-9._-]+/g;

/** The name of a file in the archive: no folder, nothing hidden, no letter that a file system could not keep. */
const safe = (name: string): string => name.replace(UNSAFE, '_').replace(/^\.+/, '') || 'certificate.pdf';

/**
 * A name for each certificate, different from all others on file systems that do not tell capitals, too. Where several have
 * the same, each has its serial number in it, so that a name does not depend on what else is in the archive beside it.
 */
export function zipNames(certificates: { fileName: string; serial: string }[]): string[] {
  const names = certificates.map(({ fileName }) => safe(fileName));
  const times = new Map<string, number>();
  for (const name of names) times.set(name.toLowerCase(), (times.get(name.toLowerCase()) ?? 0) + 1);
  return names.map((name, index) => {
    if (times.get(name.toLowerCase()) === 1) return name;
    const { serial } = certificates[index] as { serial: string };
    return `${name.replace(/\.pdf$/i, '')}_${safe(serial)}.pdf`;
  });
}
