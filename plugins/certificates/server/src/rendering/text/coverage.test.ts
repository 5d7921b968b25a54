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

describe('characters that cannot be drawn (P5)', () => {
  it.each([
    ['Latin', "María Núñez, Nguyễn Thị Đào, Łukasz Żółć, O’Neill-D'Arcy"],
    ['Latin with marks that have no letter of their own', 'Ẹ̀kọ́ q\u0301 x\u0323\u0302 ɔ\u0301'],
    ['Greek', 'Ελένη Παπαδοπούλου'],
    ['Cyrillic', 'Юлия Щербако\u0301ва'],
    ['Arabic', 'مُحَمَّد بن علي'],
    ['Persian with a joiner that is spelling', 'علی\u200Cرضا'],
    ['Hebrew', 'דָּוִד בן־גוריון'],
    ['Devanagari', 'क्षितिज श्रीवास्तव'],
    ['Thai', 'น้ำทิพย์ ศรีสุวรรณ'],
    ['Chinese', '王小明、歐陽鋒'],
    ['Japanese', '山田 たろう'],
    ['Korean', '김철수'],
    ['several scripts', 'Ali (علي) 王 2026'],
  ])('are none in %s', (_, name) => {
    expect(findUncoveredCharacters(snapshot(name))).toEqual([]);
  });

  it('are named with their code point and place', () => {
    expect(findUncoveredCharacters(snapshot('ⵣReal', 'Art 🎨', '\u{16F00}'))).toEqual([
      { character: 'ⵣ', codePoint: 'U+2D63', field: 'recipient.name' },
      { character: '\u{16F00}', codePoint: 'U+16F00', field: 'issuer.signatures[0].name' },
      { character: '🎨', codePoint: 'U+1F3A8', field: 'achievements[1].name' },
    ]);
  });

  it('are named once for each place', () => {
    expect(findUncoveredCharacters(snapshot('ⵣⵣ'))).toHaveLength(1);
  });

  it('count marks that stand without a letter, or are in no font', () => {
    expect(findUncoveredCharacters(snapshot('Jose\u0301'))).toEqual([]);
    expect(findUncoveredCharacters(snapshot('\u0301a'))).toEqual([
      { character: '\u0301', codePoint: 'U+0301', field: 'recipient.name' },
    ]);
    expect(findUncoveredCharacters(snapshot('a \u0301b'))).toHaveLength(1);
    expect(findUncoveredCharacters(snapshot('a\u20DD'))).toEqual([
      { character: '\u20DD', codePoint: 'U+20DD', field: 'recipient.name' },
    ]);
  });

  it('count halves of characters', () => {
    expect(findUncoveredCharacters(snapshot('Ada\uD83D'))[0]?.codePoint).toBe('U+FFFD');
  });
});
