import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { gradeSnapshot, modules, moduleSnapshot } from './sample-snapshots.ts';
import { render, seen, textOf } from './seen-certificate.ts';

// Rendering is quick, but the first one reads the fonts, and a busy machine makes everything slow.
jest.setTimeout(60_000);

const bytes = async (snapshot: Parameters<typeof render>[0]) => Buffer.from(await render(snapshot));

/** What the streams of a PDF hold, one after the other, but for the table of their places. */
function uncompressed(pdf: Buffer): Buffer {
  const heads = /obj\n<<(.*)>>\nstream\n/g;
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(heads)].flatMap(({ index, 0: head, 1: entries = '' }) => {
    if (entries.includes('/XRef')) return [];
    const start = index + head.length;
    const content = pdf.subarray(start, start + Number(/Length (\d+)/.exec(entries)?.[1]));
    return entries.includes('FlateDecode') ? [inflateSync(content)] : [content];
  });
  return Buffer.concat(streams);
}

describe('the bytes of a certificate', () => {
  it('are the same for the same facts, whatever was rendered in between (C7)', async () => {
    const facts = [
      gradeSnapshot(),
      moduleSnapshot(),
      gradeSnapshot({ language: 'es', achievements: modules(24) }),
    ];
    const first = await Promise.all(facts.map(bytes));
    await bytes(gradeSnapshot({ recipient: { name: 'Ζωή Ångström–Œuvre ﬁ' } }));
    for (const [index, snapshot] of [...facts.entries()].reverse()) {
      expect((await bytes(snapshot)).equals(first[index] as Buffer)).toBe(true);
    }
  });

  // It changes with a template, a font or a library that has a part in it: then say the new one here, knowing that a file
  // that is lost and drawn again will not be the same any more.
  it('are the same on every machine, but for how Node compresses them (C7)', async () => {
    const sha256 = createHash('sha256')
      .update(uncompressed(await bytes(moduleSnapshot())))
      .digest('hex');
    expect(sha256).toBe('792d077d96590ef88041b4e65f9abfc68d8aa448e654ee5992bdc363bbdbc4f2');
  });

  it('differ where a fact differs', async () => {
    expect(
      (await bytes(gradeSnapshot())).equals(await bytes(gradeSnapshot({ serial: '2026-7K3QX-9DZ4N' }))),
    ).toBe(false);
  });

  // Without the credential, which is no part of a design: attached-credential.test.ts holds what it adds.
  it('are at most 25 KiB for a usual certificate and 40 KiB for 60 modules: they are mailed', async () => {
    expect((await bytes(gradeSnapshot())).length).toBeLessThanOrEqual(25 * 1024);
    expect((await bytes(moduleSnapshot())).length).toBeLessThanOrEqual(25 * 1024);
    expect((await bytes(gradeSnapshot({ achievements: modules(60) }))).length).toBeLessThanOrEqual(40 * 1024);
  });

  it('keep the text that can be copied apart from that of other certificates', async () => {
    // The parts of é and the ligature fi come first; afterwards e, f and i are still known by their own names.
    await bytes(moduleSnapshot({ recipient: { name: 'éñü fi' } }));
    expect(textOf((await seen(moduleSnapshot({ recipient: { name: 'efin unuea' } }))).pages)).toContain(
      'efinunuea',
    );
  });
});

describe('a template that is not known', () => {
  it('is refused by key and version (C7)', () => {
    const template = { key: 'grade-certificate', version: 2, options: {} };
    expect(() => render(gradeSnapshot({ template }))).toThrow(
      'the template "grade-certificate" is wanted in version 2; known is 1',
    );
  });
});
