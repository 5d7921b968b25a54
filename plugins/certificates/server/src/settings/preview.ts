import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { PreviewSettingsRequest, Settings } from '../../../shared/contracts/settings';
import type { Snapshot } from '../../../shared/snapshot';
import { unusable } from './problem';
import { sampleFacts, SAMPLES, type Sample } from './samples';
import { uncoveredIn } from './uncovered';

/** No code is that short, so whoever follows the QR code of a sample is told that there is no such certificate. */
const SAMPLE_CODE = 'SAMPLE';
const DAY_MS = 24 * 3600 * 1000;
const WIDTH = 1200;

/** @throws ValidationError (400) that lists the known ones. */
function sampleNamed(key: string): Sample {
  const found = SAMPLES.find((sample) => sample.key === key);
  if (found) return found;
  throw new errors.ValidationError(
    `There is no sample "${key}"; there are ${SAMPLES.map((sample) => sample.key).join(', ')}`,
  );
}

/** What a certificate of a sample would show with these settings; nothing is stored, and it verifies to nothing. */
async function sampleSnapshot(
  strapi: Core.Strapi,
  { settings, kind, template, language }: PreviewSettingsRequest,
  sample: Sample,
): Promise<Snapshot> {
  const shown: Settings = {
    ...settings,
    branding: sample.branding?.(settings.branding) ?? settings.branding,
    templates: { ...settings.templates, [kind]: template ?? settings.templates[kind] },
  };
  const issuance = strapi.plugin('certificates').service('issuance');
  const snapshot: Snapshot = await issuance.snapshotOf(sampleFacts(sample, kind, language), shown);
  return {
    ...snapshot,
    serial: SAMPLE_CODE,
    verificationCode: SAMPLE_CODE,
    verifyUrl: `${snapshot.issuer.url}/verify/${SAMPLE_CODE}`,
    expiresAt:
      snapshot.expiresAt ??
      (sample.expires ? new Date(Date.parse(snapshot.issuedAt) + 365 * DAY_MS).toISOString() : null),
  };
}

/** How a certificate would look; drawn as every certificate is. */
export async function previewSettings(
  strapi: Core.Strapi,
  request: PreviewSettingsRequest,
): Promise<{ bytes: Uint8Array; pages: number | null }> {
  const sample = sampleNamed(request.sample);
  if (!sample.kinds.includes(request.kind))
    throw new errors.ValidationError(`The sample "${sample.key}" is no ${request.kind} certificate`);
  const problems = uncoveredIn(request.settings);
  if (problems.length > 0) throw unusable(problems);
  const snapshot = await sampleSnapshot(strapi, request, sample);
  const rendering = strapi.plugin('certificates').service('rendering');
  if (request.as === 'pdf') return { bytes: await rendering.pdf(snapshot), pages: null };
  const { page = 1, width = WIDTH } = request;
  const drawn: { png: Uint8Array | null; pages: number } = await rendering.page(snapshot, width, page);
  if (!drawn.png) throw new errors.NotFoundError(`There is no page ${page} of ${drawn.pages}`);
  return { bytes: drawn.png, pages: drawn.pages };
}
