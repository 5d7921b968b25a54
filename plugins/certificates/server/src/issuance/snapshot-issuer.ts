import { BRANDING_TEXTS, type Branding, type Picture } from '../../../shared/contracts/settings';
import type { Issuer, SnapshotPicture } from '../../../shared/snapshot';
import type { CertificatesConfig } from '../config';
import { languageOf } from '../language';

/**
 * What a snapshot says of the issuer. Only what differs from the plugin's own look is written, so that snapshots stay small
 * and old ones mean what they meant.
 *
 * @param pictures those that the branding names.
 */
export function issuerOf(
  { siteUrl, issuer }: CertificatesConfig,
  branding: Branding,
  language: string,
  pictures: Map<string, Picture>,
): Issuer {
  const picture = (key: string | null): SnapshotPicture | undefined => {
    const found = key === null ? undefined : pictures.get(key);
    return found && { key: found.key, width: found.width, height: found.height };
  };
  const logo = picture(branding.logo);
  const texts = BRANDING_TEXTS.flatMap((name) => {
    const text = branding.texts[name]?.[languageOf(language)] ?? '';
    return text === '' ? [] : [[name, text]];
  });
  return {
    name: branding.issuerName,
    url: siteUrl,
    logoPath: issuer.logoPath,
    accent: branding.accent,
    signatures: branding.signatures.map(({ name, title, picture: key }) => {
      const handwriting = picture(key);
      return { name, title, ...(handwriting && { picture: handwriting }) };
    }),
    ...(logo && { logo }),
    ...(!branding.seal.shown && { seal: { shown: false } }),
    ...(texts.length > 0 && { texts: Object.fromEntries(texts) }),
  };
}
