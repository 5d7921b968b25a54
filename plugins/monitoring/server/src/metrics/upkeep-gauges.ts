import type { Registry } from 'prom-client';
import type { Patience } from '../kept-answer';
import type { Upkeep } from '../upkeep/upkeep';
import { Label } from './label';
import { addReadGauges } from './read-gauges';

type Asked = Pick<Upkeep, 'ageSeconds' | 'disks' | 'tlsSeconds'>;

/** @param isHeld whether work is on hold, as after a restore; undefined where nobody can tell. */
export function addUpkeepGauges(
  registry: Registry,
  upkeep: Asked,
  isHeld: () => Promise<boolean>,
  patience?: Patience,
): void {
  const age = (key: 'backup' | 'drill', name: string, help: string) =>
    addReadGauges(
      registry,
      () => upkeep.ageSeconds(key),
      [{ name, help, samples: (seconds) => [{ value: seconds }] }],
      patience,
    );
  age(
    'backup',
    'lumino_backup_age_seconds',
    'Since the newest good backup, in seconds; absent before the first.',
  );
  age(
    'drill',
    'lumino_restore_drill_age_seconds',
    'Since a backup was last restored aside and found whole, in seconds.',
  );
  addReadGauges(
    registry,
    upkeep.disks,
    [
      {
        name: 'lumino_disk_free_ratio',
        help: 'How much of the disk that a folder is on is free, from 0 to 1.',
        labels: ['folder'],
        samples: (disks) =>
          disks.map(({ folder, free }) => ({ labels: { folder: Label.parse(folder) }, value: free })),
      },
    ],
    patience,
  );
  addReadGauges(
    registry,
    upkeep.tlsSeconds,
    [
      {
        name: 'lumino_tls_expires_seconds',
        help: 'Until the certificate of the site runs out, in seconds; negative once it has.',
        samples: (seconds) => [{ value: seconds }],
      },
    ],
    // Its own answer is kept; what it waits for is another server.
    { deadlineMs: 4_000, ...patience },
  );
  addReadGauges(
    registry,
    isHeld,
    [
      {
        name: 'lumino_work_held',
        help: '1 while background work or mail is on hold, as after a restore; else 0.',
        samples: (held) => [{ value: held ? 1 : 0 }],
      },
    ],
    patience,
  );
}
