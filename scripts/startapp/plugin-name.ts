import { Problem } from '../problem.ts';

export interface PluginName {
  /** `staff-room`: the folder, and the plugin for Strapi. */
  id: string;
  /** `StaffRoom`: the beginning of its types. */
  type: string;
  /** `Staff room`: for people. */
  display: string;
  packageName: string;
}

const LONGEST = 40;

/** Plugins of Strapi, installed or not, and words that stand elsewhere in its addresses and identifiers. */
const RESERVED = new Set([
  'admin',
  'api',
  'application',
  'cloud',
  'color-picker',
  'content-manager',
  'content-releases',
  'content-type-builder',
  'documentation',
  'email',
  'global',
  'graphql',
  'i18n',
  'openapi',
  'plugin',
  'plugins',
  'review-workflows',
  'sample-plugin',
  'sentry',
  'strapi',
  'upload',
  'uploads',
  'users-permissions',
]);

/** Every spelling of a name. @throws Problem where Strapi or npm would not take it. */
export function readPluginName(id: string): PluginName {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > LONGEST)
    throw new Problem(
      `"${id}" cannot be the name of a plugin.`,
      `A name begins with a small letter and has small letters, digits and single dashes, ${LONGEST} at most, for example staff-room.`,
    );
  if (RESERVED.has(id)) throw new Problem(`"${id}" means something else to Strapi.`, 'Choose another name.');
  const words = id.split('-');
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  return {
    id,
    type: words.map(capital).join(''),
    display: capital(words.join(' ')),
    packageName: `@lumino/strapi-plugin-${id}`,
  };
}
