import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { Settings } from '../../../shared/contracts/settings';
import { parseConfig } from '../config';
import { defaultSettings } from '../settings/defaults';
import { SettingsSchema } from '../settings/schema';

const STORE = { type: 'plugin', name: 'certificates', key: 'settings' } as const;

export const createSettings = (strapi: Core.Strapi) => {
  const defaults = (): Settings => defaultSettings(parseConfig(strapi.config.get('plugin::certificates')));

  return {
    defaults,

    /** What is in force now. Read from the database each time: another process may have saved. */
    async current(): Promise<Settings> {
      const saved = (await strapi.store.get(STORE)) as Partial<Settings> | null;
      return { ...defaults(), ...saved };
    },

    /** @throws ValidationError (400), `details.errors` with path and message of each. */
    check(value: unknown): Settings {
      const result = SettingsSchema.safeParse(value);
      if (result.success) return result.data;
      throw new errors.ValidationError('The settings cannot be used', {
        errors: result.error.issues.map(({ path, message }) => ({ path: path.map(String), message })),
      });
    },

    /** For what is issued from now on; what was issued has its own. */
    async save(settings: Settings): Promise<void> {
      await strapi.store.set({ ...STORE, value: this.check(settings) });
    },
  };
};

export type SettingsService = ReturnType<typeof createSettings>;
