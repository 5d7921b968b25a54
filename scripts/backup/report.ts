import type { Found } from './restore-backup.ts';

const duration = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
};

/** Says what was found, how old it is (RPO) and how long it took (RTO); exit code 1 where a certificate is not as issued. */
export function report(found: Found, started: number, isDrill: boolean): void {
  const { manifest, counts, certificates, media, wrong, waitingMails, undrawn } = found;
  const changed = Object.keys(manifest.counts).filter((what) => manifest.counts[what] !== counts[what]);
  console.log(
    `  ${Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}`,
  );
  for (const what of changed)
    console.error(`✗ ${counts[what]} ${what}, but the backup says ${manifest.counts[what]}`);
  for (const key of wrong) console.error(`✗ ${key} is missing, or not what was issued`);
  if (wrong.length === 0)
    console.log(`✓ All ${certificates} files of certificates are as they were issued; ${media} of media`);
  if (wrong.length + changed.length > 0) process.exitCode = 1;
  console.log(
    `  RPO: as it was at ${manifest.takenAt}, ${duration(started - Date.parse(manifest.takenAt))} before this began`,
  );
  console.log(`  RTO: ${duration(Date.now() - started)}`);
  if (isDrill) return;
  console.log(`
Everything is on hold. ${waitingMails} mails and ${undrawn} certificates to draw were waiting when the backup was made.
  1. Start Lumino, and look whether all is well: nothing is sent or drawn.
  2. npm run resume -- work    background work goes on, except mail
  3. npm run resume -- mail    mails that waited are set aside, since they may have been sent after the backup;
                                staff send them again under Deliveries. New mails go out.`);
}
