import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { gradeSnapshot, modules, moduleSnapshot } from './sample-snapshots.ts';
import { render } from './seen-certificate.ts';

// The first certificate reads the fonts, and a busy machine makes everything slow.
jest.setTimeout(60_000);

interface Node {
  role: string;
  alternative: string | null;
  attributes: string | null;
  kids: Node[];
}

/** What a PDF says about itself; `numbers` are the pieces of content that the tree names, as `page number`. */
interface Structure {
  language: string;
  isMarked: string;
  showsTitle: string;
  information: { title: string; author: string; created: string };
  xmp: string;
  intent: string;
  profile: string;
  identifiers: string[];
  hasTransparencyGroups: boolean;
  keys: string[];
  tree: Node;
  numbers: string[];
  pages: { ref: string; marks: string[]; outside: string; tabs: string }[];
  fonts: { name: string; isEmbedded: boolean }[];
}

async function structureOf(snapshot: Parameters<typeof render>[0]): Promise<Structure> {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.resolve('tests/rendering/inspect-structure.mjs')],
    { input: await render(snapshot), maxBuffer: 64 * 1024 * 1024, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the certificate could not be read: ${stderr}`);
  return JSON.parse(stdout);
}

const flat = (node: Node): Node[] => [node, ...node.kids.flatMap(flat)];
const count = (tree: Node, role: string): number => flat(tree).filter((node) => node.role === role).length;

describe('a certificate for those who do not see it', () => {
  it('says its language, and shows its title instead of a file name', async () => {
    const facts = await structureOf(gradeSnapshot({ language: 'es' }));
    expect(facts).toMatchObject({ language: 'es', isMarked: 'true', showsTitle: 'true' });
    expect(facts.information.title).toBe('Certificado de calificaciones – María Núñez');
  });

  it('has a heading, the name, and the module in the order of reading', async () => {
    const { tree } = await structureOf(moduleSnapshot());
    const roles = tree.kids.map(({ role }) => role);
    expect(tree.role).toBe('Document');
    expect(roles.filter((role) => /^H\d$/.test(role))).toEqual(['H1', 'H2', 'H2']);
    expect(roles.at(-1)).toBe('Figure');
  });

  it('has its modules as a table on each page, with headings for its columns', async () => {
    const { tree } = await structureOf(gradeSnapshot({ achievements: modules(24) }));
    const tables = tree.kids.filter(({ role }) => role === 'Table');
    expect(tables).toHaveLength(2);
    for (const { kids } of tables) {
      const [head, ...rows] = kids;
      expect(head?.kids.map(({ role, attributes }) => [role, attributes])).toEqual(
        Array(3).fill(['TH', 'Column']),
      );
      for (const row of rows) expect(row.kids.map(({ role }) => role)).toEqual(['TD', 'TD', 'TD']);
    }
    expect(count(tree, 'TR')).toBe(24 + 2);
  });

  it('says in words where its QR code leads', async () => {
    const snapshot = gradeSnapshot({ language: 'es' });
    const figures = flat((await structureOf(snapshot)).tree).filter(({ role }) => role === 'Figure');
    expect(figures.map(({ alternative }) => alternative)).toEqual([
      `Código QR que lleva a ${snapshot.verifyUrl}`,
    ]);
  });

  it('names every piece of content once, and marks everything else as decoration', async () => {
    const { pages, numbers } = await structureOf(
      gradeSnapshot({ achievements: modules(24), recipient: { name: 'Ẹ̀kọ́ علي' } }),
    );
    const marked = pages.flatMap(({ ref, marks }) => marks.map((mark) => `${ref} ${mark.split(' ')[1]}`));
    expect([...numbers].sort()).toEqual([...marked].sort());
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(pages.map(({ outside }) => outside)).toEqual(['', '']);
    expect(pages.map(({ tabs }) => tabs)).toEqual(['S', 'S']);
  });
});

describe('a certificate for archives (what can be checked of PDF/A-3b)', () => {
  it('says the same in its metadata as in its information', async () => {
    const snapshot = gradeSnapshot({ recipient: { name: 'Ada & <Moreno>' } });
    const { xmp, information } = await structureOf(snapshot);
    expect(xmp).toContain(
      '<rdf:li xml:lang="x-default">Certificate of Grades – Ada &amp; &lt;Moreno&gt;</rdf:li>',
    );
    expect(information).toMatchObject({ author: 'Lumino', title: 'Certificate of Grades – Ada & <Moreno>' });
    expect(xmp).toContain(`<xmp:CreateDate>2026-11-24T23:30:00Z</xmp:CreateDate>`);
    expect(information.created).toBe('2026-11-24T23:30:00.000Z');
    expect(xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(xmp).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
  });

  it('says which colours it means, by a profile that is whole', async () => {
    const { intent, profile, hasTransparencyGroups } = await structureOf(gradeSnapshot());
    const bytes = Buffer.from(profile, 'base64');
    expect(intent).toBe('GTS_PDFA1');
    expect(hasTransparencyGroups).toBe(true);
    expect(bytes.readUInt32BE(0)).toBe(bytes.length);
    expect(bytes.toString('latin1', 36, 40)).toBe('acsp');
    const tags = Array.from({ length: bytes.readUInt32BE(128) }, (_, index) => 132 + index * 12);
    for (const at of tags) {
      expect(bytes.readUInt32BE(at + 4) % 4).toBe(0);
      expect(bytes.readUInt32BE(at + 4) + bytes.readUInt32BE(at + 8)).toBeLessThanOrEqual(bytes.length);
    }
  });

  it('embeds every font, has identifiers, and holds nothing that acts', async () => {
    const { fonts, identifiers, keys } = await structureOf(
      gradeSnapshot({ recipient: { name: 'Ali علي 王 김 た क न้ำ ד' } }),
    );
    expect(fonts.length).toBeGreaterThan(6);
    for (const font of fonts) expect(font.isEmbedded).toBe(true);
    for (const { name } of fonts) expect(name).toMatch(/^[A-Z]{6}\+/);
    expect(identifiers).toHaveLength(2);
    for (const forbidden of ['JS', 'JavaScript', 'AA', 'OpenAction', 'Encrypt', 'SMask', 'TR', 'BM']) {
      expect(keys).not.toContain(forbidden);
    }
  });
});
