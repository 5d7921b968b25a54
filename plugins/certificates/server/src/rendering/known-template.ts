import type { Snapshot } from '../../../shared/snapshot';
import type { Template } from '../templates/template';

/**
 * The template a certificate was issued with, in that very version: another one would show it differently.
 *
 * @throws Error naming the key, the version wanted and those that are known.
 */
export function knownTemplate(wanted: Snapshot['template'], templates: Template[]): Template {
  const sameKey = templates.filter(({ key }) => key === wanted.key);
  const found = sameKey.find(({ version }) => version === wanted.version);
  if (found) return found;
  throw new Error(
    sameKey.length > 0
      ? `certificates: the template "${wanted.key}" is wanted in version ${wanted.version}; known is ${sameKey.map(({ version }) => version).join(', ')}`
      : `certificates: the template "${wanted.key}" (version ${wanted.version}) is not known to the renderer; known are ${templates.map(({ key, version }) => `${key} ${version}`).join(', ')}`,
  );
}
