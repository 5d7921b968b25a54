import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { relink, replaceFile, type Colour } from './home.ts';
import type { ReleaseSettings } from './settings.ts';

export const KINDS = ['cms', 'site', 'worker'] as const;
export type Kind = (typeof KINDS)[number];

export interface Slot {
  /** Such as `blue-1`: one process of each kind has this name. */
  name: string;
  cms: number;
  site: number;
  cmsMonitoring: number;
  workerMonitoring: number;
}

/** Ports of blue are the first ten of each kind, those of green the next ten. */
const FIRST: Record<Colour, number> = { blue: 0, green: 10 };

export const slotsOf = (settings: ReleaseSettings, colour: Colour): Slot[] =>
  Array.from({ length: settings.DEPLOY_PROCESSES }, (_, at) => {
    const offset = FIRST[colour] + at;
    return {
      name: `${colour}-${at + 1}`,
      cms: settings.CMS_PORT + offset,
      site: settings.SITE_PORT + offset,
      cmsMonitoring: settings.MONITORING_PORT + offset,
      workerMonitoring: settings.WORKER_MONITORING_PORT + offset,
    };
  });

export const unitOf = (settings: ReleaseSettings, kind: Kind, slot: string): string =>
  `${settings.home.name}-${kind}@${slot}.service`;

/** Says which release the processes of these slots run, and where they listen. The site speaks to the cms of its own release. */
export function fillSlots({ home }: ReleaseSettings, slots: Slot[], release: string): void {
  mkdirSync(home.slots, { recursive: true });
  const cmsUrls = slots.map(({ cms }) => `http://127.0.0.1:${cms}`).join(',');
  for (const slot of slots) {
    relink(path.join(home.slots, slot.name), path.join(home.releases, release));
    const lines = {
      CMS_PORT: slot.cms,
      SITE_PORT: slot.site,
      CMS_URL: cmsUrls,
      MONITORING_PORT: slot.cmsMonitoring,
      WORKER_MONITORING_PORT: slot.workerMonitoring,
      LUMINO_RELEASE: release,
    };
    replaceFile(
      path.join(home.slots, `${slot.name}.env`),
      Object.entries(lines)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
  }
}
