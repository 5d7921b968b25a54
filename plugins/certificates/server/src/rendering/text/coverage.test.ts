import type { Snapshot } from '../../../../shared/snapshot';
import { findUncoveredCharacters } from './coverage';

const snapshot = (recipient: string, module = 'Álgebra', signer = 'Ada Moreno') =>
  ({
    recipient: { name: recipient },
    issuer: { name: 'Lumino', signatures: [{ name: signer, title: 'Rectora' }] },
    achievements: [
      { code: 'ALG', name: 'Łatwa algebra' },
      { code: 'BIO', name: module },
    ],
  }) as unknown as Snapshot;

describe('characters that cannot be drawn', () => {
  it('are none in Latin, Greek and Cyrillic names', () => {
    for (const name of [
      'María Núñez',
      'Nguyễn Thị Đào',
      'Ελένη Παπαδοπούλου',
      'Юлия Щербакова',
      "O’Neill-D'Arcy",
    ]) {
      expect(findUncoveredCharacters(snapshot(name))).toEqual([]);
    }
  });

  it('are named with their code point and place', () => {
    expect(findUncoveredCharacters(snapshot('कReal', 'Art 🎨', '山'))).toEqual([
      { character: 'क', codePoint: 'U+0915', field: 'recipient.name' },
      { character: '山', codePoint: 'U+5C71', field: 'issuer.signatures[0].name' },
      { character: '🎨', codePoint: 'U+1F3A8', field: 'achievements[1].name' },
    ]);
  });

  it('are named once for each place', () => {
    expect(findUncoveredCharacters(snapshot('山山'))).toHaveLength(1);
  });

  it('count combining marks that no letter takes in', () => {
    expect(findUncoveredCharacters(snapshot('Jose\u0301'))).toEqual([]);
    expect(findUncoveredCharacters(snapshot('q\u0301'))).toEqual([
      { character: '\u0301', codePoint: 'U+0301', field: 'recipient.name' },
    ]);
  });
});
