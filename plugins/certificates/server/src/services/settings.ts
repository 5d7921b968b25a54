import type { Core } from '@strapi/types';
import { fingerprint } from '../issuance/codes';
import type {
  ImportResponse,
  PreviewSettingsRequest,
  Settings,
  SettingsFile,
  SettingsResponse,
} from '../../../shared/contracts/settings';
import { parseConfig } from '../config';
import { obstacle } from '../errors';
import { changedParts } from '../settings/changed-parts';
import { defaultSettings } from '../settings/defaults';
import { picturesOf } from '../settings/pictures';
import { previewSettings } from '../settings/preview';
import { uncoveredIn } from '../settings/uncovered';
import { asProblem, unusable } from '../settings/problem';
import { complete } from '../settings/complete';
import { registered } from '../settings/registered';
import { SAMPLES } from '../settings/samples';
import { SettingsSchema } from '../settings/schema';
import { exportSettings, importSettings } from '../settings/transfer';

const STORE = { type: 'plugin', name: 'certificates', key: 'settings' } as const;
const LOCK = fingerprint('certificates', 'settings');

export const createSettings = (strapi: Core.Strapi) => {
  const defaults = (): Settings => defaultSettings(parseConfig(strapi.config.get('plugin::certificates')));
  const write = (settings: Settings): Promise<unknown> => strapi.store.set({ ...STORE, value: settings });
  /** The same settings have the same version, whoever saved them and when. */
  const versionOf = (settings: Settings): string => fingerprint(JSON.stringify(settings));

  /** What is in force now. Read from the database each time: another process may have saved. */
  const current = async (): Promise<Settings> => {
    const saved = (await strapi.store.get(STORE)) as Partial<Settings> | null;
    return { ...defaults(), ...saved };
  };

  /** @throws ValidationError (400), `details.errors` with path and message of each. */
  const check = (value: unknown): Settings => {
    const result = SettingsSchema.safeParse(value);
    if (result.success) return result.data;
    throw unusable(result.error.issues.map(asProblem));
  };

  /** As `check`; and what they name is there, and every character can be set. Options are complete in what comes back. */
  const checkWhole = async (value: unknown): Promise<Settings> => {
    const { settings, problems } = complete(
      check(value),
      registered(strapi),
      await picturesOf(strapi).list(),
    );
    // Without its template or its pictures nothing can be drawn, so nothing more is to be found out.
    const found = problems.length > 0 ? problems : uncoveredIn(settings);
    if (found.length > 0) throw unusable(found);
    return settings;
  };

  return {
    defaults,
    current,
    check,

    /** For what is issued from now on; what was issued has its own. */
    async save(settings: Settings): Promise<void> {
      await write(await checkWhole(settings));
    },

    /**
     * As `save`, unless somebody else has saved since.
     * @param version of the settings that these were made from
     * @param record writes who did it, in the same transaction; not called where nothing changed.
     * @throws 409 `changed-meanwhile`
     */
    async replace(
      value: unknown,
      version: string,
      record: (parts: string[]) => Promise<void>,
    ): Promise<void> {
      const settings = await checkWhole(value);
      await strapi.db.transaction(async ({ trx }) => {
        // Two who save at once queue here, so that the second sees what the first wrote.
        await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [LOCK]);
        const before = await current();
        if (versionOf(before) !== version)
          throw obstacle('changed-meanwhile', 'Somebody else has changed the settings of certificates');
        // Options that nobody has chosen are no change.
        const parts = changedParts(complete(before, registered(strapi), []).settings, settings);
        if (parts.length === 0) return;
        await write(settings);
        await record(parts);
      });
    },

    async overview(): Promise<SettingsResponse['data']> {
      const settings = await current();
      const { templates, rules, sources } = registered(strapi);
      return {
        settings,
        defaults: defaults(),
        templates,
        rules,
        sources,
        pictures: await picturesOf(strapi).list(),
        samples: SAMPLES.map(({ key, name, kinds }) => ({ key, name, kinds })),
        version: versionOf(settings),
      };
    },

    preview: (request: PreviewSettingsRequest) => previewSettings(strapi, request),
    exported: async (): Promise<SettingsFile> => exportSettings(strapi, await current()),
    imported: (text: string): Promise<ImportResponse['data']> =>
      importSettings(strapi, text, { shape: check, whole: checkWhole }),
  };
};

export type SettingsService = ReturnType<typeof createSettings>;
