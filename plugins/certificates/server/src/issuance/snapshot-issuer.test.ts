import type { Branding } from '../../../shared/contracts/settings';
import { parseConfig } from '../config';
import { defaultSettings } from '../settings/defaults';
import { issuerOf } from './snapshot-issuer';

const config = parseConfig({
  siteUrl: 'https://school.example',
  storage: { directory: '/srv/certificates' },
  issuer: { name: 'A School', signatures: [{ name: 'Ada Moreno', title: 'Rector' }] },
});
const plain = defaultSettings(config).branding;
const logo = { key: 'a'.repeat(64), mediaType: 'image/png' as const, width: 300, height: 100 };
const hand = { ...logo, key: 'b'.repeat(64) };
const pictures = new Map([logo, hand].map((picture) => [picture.key, picture]));
const branding: Branding = {
  ...plain,
  logo: logo.key,
  signatures: [{ name: 'Ada Moreno', title: 'Rector', picture: hand.key }],
  seal: { shown: false },
  texts: { ...plain.texts, note: { en: 'Accredited', es: '' }, certifies: { en: '', es: 'Consta que' } },
};

describe('what a snapshot keeps of the branding (C7)', () => {
  it('is nothing but the old fields where a school has decided nothing', () => {
    expect(issuerOf(config, plain, 'en', new Map())).toEqual({
      name: 'A School',
      url: 'https://school.example',
      logoPath: null,
      accent: '#1f5f5b',
      signatures: [{ name: 'Ada Moreno', title: 'Rector' }],
    });
  });

  it('is pictures by key and size, whether there is a seal, and texts in the language of the certificate', () => {
    expect(issuerOf(config, branding, 'en', pictures)).toMatchObject({
      logo: { key: logo.key, width: 300, height: 100 },
      signatures: [{ picture: { key: hand.key, width: 300, height: 100 } }],
      seal: { shown: false },
      texts: { note: 'Accredited' },
    });
    expect(issuerOf(config, branding, 'es-MX', pictures).texts).toEqual({ certifies: 'Consta que' });
  });
});
