import type { Snapshot } from '../../../plugins/certificates/shared/snapshot.ts';

const FIRST = ['María', 'Guido', 'Zoë', 'Søren', 'Łucja', 'José', 'Ana', 'Björn', 'Chloé', 'Ioana', 'Jürgen'];
const MIDDLE = ['Núñez', 'Ferreira', 'Öztürk', 'Nguyễn', 'Kovács', 'Ibáñez', 'Müller', 'Ortiz', 'Dvořák'];
const LAST = ['Ortega', 'Lima', 'Šimůnek', 'Åberg', 'Peña', 'Quiroga', 'Weiß'];
const MODULES = [
  { code: 'PRO', name: 'Programming fundamentals' },
  { code: 'HTM', name: 'HTML and CSS foundations' },
  { code: 'DBS', name: 'Databases and their queries' },
  { code: 'A11Y', name: 'Accessibility on the web' },
];
const SITE = 'https://school.example';

const of = <Item>(list: Item[], index: number): Item => list[index % list.length] as Item;

/** 26 characters that differ for each number, and look as random as a verification code. */
const codeOf = (index: number): string =>
  [1, 2, 3, 4]
    .map((round) => ((index + 1) * round * 0x9e3779b1) >>> 0)
    .map((value) => value.toString(32).toUpperCase().padStart(7, '0'))
    .join('')
    .slice(0, 26);

/** The facts of certificate number `index`: names, marks, serial and code change from one to the next. */
export function snapshotOf(index: number): Snapshot {
  const verificationCode = codeOf(index);
  const names = [of(FIRST, index), of(MIDDLE, Math.floor(index / FIRST.length)), of(LAST, index)];
  return {
    version: 1,
    kind: 'module',
    language: 'en',
    issuer: {
      name: 'Lumino',
      url: SITE,
      logoPath: null,
      accent: '#1f5f5b',
      signatures: [
        { name: 'Ada Moreno', title: 'Head of studies' },
        { name: 'Tomás Quiroga', title: 'Teacher' },
      ],
    },
    recipient: { name: names.join(' ') },
    achievements: [{ ...of(MODULES, index), mark: 5 + (index % 21) / 4, maximumMark: 10 }],
    issuedAt: '2026-11-24T12:00:00.000Z',
    expiresAt: null,
    serial: `2026-${verificationCode.slice(0, 5)}-${verificationCode.slice(5, 10)}`,
    verificationCode,
    verifyUrl: `${SITE}/verify/${verificationCode}`,
    template: { key: 'module-certificate', version: 1, options: {} },
  };
}
