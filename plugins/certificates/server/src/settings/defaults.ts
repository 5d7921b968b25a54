import { BRANDING_TEXTS, type Settings } from '../../../shared/contracts/settings';
import type { CertificatesConfig } from '../config';

/** What is in force before anybody saved settings: the plugin's configuration. */
export const defaultSettings = ({ issuer, templates }: CertificatesConfig): Settings => ({
  branding: {
    issuerName: issuer.name,
    accent: issuer.accent,
    logo: null,
    signatures: issuer.signatures.map((signature) => ({ ...signature, picture: null })),
    seal: { shown: true },
    texts: Object.fromEntries(
      BRANDING_TEXTS.map((key) => [key, { en: '', es: '' }]),
    ) as Settings['branding']['texts'],
  },
  templates: {
    grade: { key: templates.grade, options: {} },
    module: { key: templates.module, options: {} },
  },
  expiry: { grade: { type: 'never' }, module: { type: 'never' } },
  rules: {},
});
