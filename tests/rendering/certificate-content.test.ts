import { gradeSnapshot, moduleSnapshot, modules } from './sample-snapshots.ts';
import { seen, textOf, withoutSpaces } from './seen-certificate.ts';

// Rendering is quick, but the first one reads the fonts, and a busy machine makes everything slow.
jest.setTimeout(60_000);

const WORDS = {
  en: {
    grade: ['Certificate of Grades', 'has taken the following 5 modules', 'November 24, 2026', '2.25 / 10'],
    module: ['Certificate of Completion', 'with the mark 0.25 of 10', 'November 24, 2026'],
  },
  es: {
    grade: [
      'Certificado de calificaciones',
      'ha cursado los siguientes 5 módulos',
      '24 de noviembre de 2026',
      '2,25 / 10',
    ],
    module: ['Certificado de finalización', 'con la calificación 0,25 de 10', '24 de noviembre de 2026'],
  },
};

describe.each(['en', 'es'] as const)('a certificate in %s (C4)', (language) => {
  it('says who has which marks in which modules', async () => {
    const snapshot = gradeSnapshot({ language });
    const { title, pages } = await seen(snapshot);
    const text = textOf(pages);
    const expected = [
      snapshot.recipient.name,
      ...snapshot.achievements.flatMap(({ code, name }) => [code, name]),
      snapshot.serial,
      snapshot.verifyUrl,
      'LUMINO',
      'Ada Moreno',
      'Head of studies',
      ...WORDS[language].grade,
    ];
    for (const words of expected) expect(text).toContain(withoutSpaces(words));
    expect(title).toBe(`${WORDS[language].grade[0]} – María Núñez`);
  });

  it('says who has completed which module', async () => {
    const snapshot = moduleSnapshot({ language });
    const text = textOf((await seen(snapshot)).pages);
    const expected = [snapshot.recipient.name, snapshot.achievements[0]?.name ?? '', snapshot.serial];
    for (const words of [...expected, ...WORDS[language].module])
      expect(text).toContain(withoutSpaces(words));
  });
});

describe('the QR code (C4)', () => {
  it('leads to the page that verifies, on every page', async () => {
    const snapshot = gradeSnapshot({ achievements: modules(13) });
    const { pages } = await seen(snapshot, { codes: true });
    expect(pages.map(({ code }) => code)).toEqual([snapshot.verifyUrl, snapshot.verifyUrl]);
  });

  it('can be read on the module certificate, with a long address, too', async () => {
    const verifyUrl = `https://certificates.a-rather-long-name-of-a-school.example.org/verify/0123456789ABCDEFGHJKMNPQRS`;
    const { pages } = await seen(moduleSnapshot({ verifyUrl }), { codes: true });
    expect(pages.map(({ code }) => code)).toEqual([verifyUrl]);
  });
});

describe('a name that the display face cannot set', () => {
  it.each([
    ['recipient', { recipient: { name: 'ℲↃ Ѡ' } }],
    ['module', { achievements: [{ code: 'A', name: 'ℲↃ Ѡ', mark: 9, maximumMark: 10 }] }],
  ])('is set in the text face, as the name of a %s', async (_, facts) => {
    expect(textOf((await seen(moduleSnapshot(facts))).pages)).toContain('ℲↃѠ');
  });
});
