import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type {
  ImportResponse,
  Picture,
  Settings,
  SettingsFile,
  SettingsProblem,
} from '../../../shared/contracts/settings';
import { sha256 } from '../storage/storage';
import { picturesOf } from './pictures';
import { asProblem, inside, unusable } from './problem';

const MOST_PICTURES = 4;

const File = z.strictObject({
  format: z.literal('certificates-settings'),
  version: z.literal(1),
  settings: z.unknown(),
  pictures: z
    .array(z.strictObject({ mediaType: z.enum(['image/svg+xml', 'image/png']), data: z.base64() }))
    .max(MOST_PICTURES),
});

const picturesNamedBy = ({ branding }: Settings): string[] => [
  ...new Set(
    [branding.logo, ...branding.signatures.map(({ picture }) => picture)].filter((key) => key !== null),
  ),
];

/** What is saved, with the pictures it names: everything another Lumino needs to issue the same design. */
export async function exportSettings(strapi: Core.Strapi, settings: Settings): Promise<SettingsFile> {
  const pictures: SettingsFile['pictures'] = [];
  for (const key of picturesNamedBy(settings)) {
    const { mediaType, data } = await picturesOf(strapi).get(key);
    pictures.push({ mediaType, data: data.toString('base64') });
  }
  return { format: 'certificates-settings', version: 1, settings, pictures };
}

/**
 * Adds the pictures of an exported file and checks its settings, which are not saved.
 * @param check throws for settings that cannot be used; the first time before anything is added.
 * @throws ValidationError (400), `details.errors` with paths in the file
 */
export async function importSettings(
  strapi: Core.Strapi,
  text: string,
  check: { shape(value: unknown): Settings; whole(value: Settings): Promise<Settings> },
): Promise<ImportResponse['data']> {
  const result = File.safeParse(jsonOf(text));
  if (!result.success) throw unusable(result.error.issues.map(asProblem), 'The file');
  const { settings, pictures } = result.data;
  const shaped = await within('settings', async () => check.shape(settings));
  const added: Picture[] = [];
  const keys = new Map<string, string>();
  for (const [index, { data }] of pictures.entries()) {
    const bytes = Buffer.from(data, 'base64');
    const picture = await within(`pictures.${index}`, () => picturesOf(strapi).add(bytes));
    added.push(picture);
    keys.set(sha256(bytes), picture.key);
  }
  const branding = withKeys(shaped.branding, keys);
  return {
    settings: await within('settings', () => check.whole({ ...shaped, branding })),
    pictures: added,
  };
}

/** Another version of the plugin may have kept a picture in other bytes, and so under another key. */
const withKeys = (branding: Settings['branding'], keys: Map<string, string>): Settings['branding'] => {
  const here = (key: string | null) => (key === null ? null : (keys.get(key) ?? key));
  return {
    ...branding,
    logo: here(branding.logo),
    signatures: branding.signatures.map((one) => ({ ...one, picture: here(one.picture) })),
  };
};

/** What is refused inside a part of the file, with the way to it. @param place with dots */
async function within<Result>(place: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof errors.ValidationError)) throw error;
    const problems = (error.details as { errors?: SettingsProblem[] }).errors?.filter(({ path }) => path);
    throw unusable(
      inside(place.split('.'), problems?.length ? problems : [{ path: [], message: error.message }]),
      'The file',
    );
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unusable([{ path: [], message: 'is no JSON' }], 'The file');
  }
}
