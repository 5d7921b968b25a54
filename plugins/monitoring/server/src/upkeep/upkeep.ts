import { statfs } from 'node:fs/promises';
import type { Core } from '@strapi/types';
import type { MonitoringConfig } from '../config';
import { keepAnswer } from '../kept-answer';
import { expiryOf } from './tls-expiry';

export interface Disk {
  /** As the option `folders` calls it. */
  folder: string;
  /** Of what is there for us, from 0 to 1. */
  free: number;
}

const TLS_KEPT_MS = 60_000;
const TLS_DEADLINE_MS = 5_000;

export type Upkeep = ReturnType<typeof createUpkeep>;

/** What somebody has to look after while all processes run well: backups, disks, the certificate of the site's TLS. */
export function createUpkeep(strapi: Core.Strapi) {
  const config = () => strapi.config.get('plugin::monitoring') as MonitoringConfig;
  const askExpiry = keepAnswer(() => expiryOf(config().tlsUrl ?? ''), {
    deadlineMs: TLS_DEADLINE_MS,
    keepMs: TLS_KEPT_MS,
  });

  /** When it went well last, by the note that whoever does it leaves in Strapi's store; null: never. */
  async function notedAt(key: 'backup' | 'drill'): Promise<Date | null> {
    const noted = (await strapi.store.get({ type: 'plugin', name: 'monitoring', key })) as {
      at?: string;
    } | null;
    return noted?.at ? new Date(noted.at) : null;
  }

  return {
    notedAt,
    async ageSeconds(key: 'backup' | 'drill'): Promise<number | null> {
      const at = await notedAt(key);
      return at && Math.max(0, (Date.now() - at.getTime()) / 1000);
    },
    /** A folder that is not there is left out: it is on no disk. */
    async disks(): Promise<Disk[]> {
      const looked = await Promise.all(
        Object.entries(config().folders).map(async ([folder, place]) => {
          const found = await statfs(place).catch(() => null);
          return found && { folder, free: found.blocks > 0 ? found.bavail / found.blocks : 0 };
        }),
      );
      return looked.filter((disk) => disk !== null);
    },
    /** Until the certificate of `tlsUrl` runs out, in seconds; null where there is none, or it cannot be looked at. */
    async tlsSeconds(): Promise<number | null> {
      if (!config().tlsUrl) return null;
      const answer = await askExpiry();
      return answer.ok ? (answer.value.getTime() - Date.now()) / 1000 : null;
    },
  };
}
