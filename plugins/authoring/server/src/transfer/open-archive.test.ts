import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { openArchive } from './open-archive';

const work = mkdtempSync(path.join(os.tmpdir(), 'lumino-archive-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
let number = 0;
const target = () => {
  const into = path.join(work, `${(number += 1)}`, 'course');
  return into;
};

type File = [name: string, contents: string | Buffer, options?: object];
async function zipOf(...files: File[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, contents, options] of files) zip.addBuffer(Buffer.from(contents), name, options);
  zip.end();
  return buffer(zip.outputStream as never);
}
/** Every place where the archive says this, in headers and directory alike. */
function saying(archive: Buffer, before: string | Buffer, after: string | Buffer): Buffer {
  const [from, to] = [Buffer.from(before), Buffer.from(after)];
  expect(to).toHaveLength(from.length);
  const changed = Buffer.from(archive);
  for (let at = changed.indexOf(from); at >= 0; at = changed.indexOf(from, at + 1)) to.copy(changed, at);
  return changed;
}
/** As headers have it. */
function sizeOf(bytes: number): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes);
  return size;
}
async function opened(archive: Buffer) {
  const into = target();
  const { mkdirSync } = await import('node:fs');
  mkdirSync(into, { recursive: true });
  const file = `${path.dirname(into)}.zip`;
  writeFileSync(file, archive);
  return { into, ...(await openArchive(file, into)) };
}
const refusal = (archive: Buffer) =>
  opened(archive).then(
    () => 'opened',
    (error) => error.details?.reason ?? error.message,
  );
const lesson = '# Hello\n';

describe('an archive (P10)', () => {
  it('is unfolded with its folders; system files are passed over and others named', async () => {
    const { folder, others } = await opened(
      await zipOf(
        ['en/1-á.md', `\uFEFF${lesson}`],
        ['files/a.png', Buffer.from([0x89, 0x50])],
        ['__MACOSX/en/._1.md', 'x'],
        ['.git/config', 'x'],
        ['run.exe', 'x'],
      ),
    );
    expect(readFileSync(path.join(folder, 'en', '1-á.md'), 'utf8')).toBe(lesson);
    expect(readdirSync(folder).sort()).toEqual(['en', 'files']);
    expect(others).toEqual(['run.exe']);
  });

  it('may have everything in one folder, as downloads of a repository do', async () => {
    const { folder, into } = await opened(
      await zipOf(['course-main/book/1-a.md', lesson], ['course-main/b.md', lesson]),
    );
    expect(folder).toBe(path.join(into, 'course-main'));
  });

  it.each([
    ['../a.md', 'outside'],
    ['a/../../b.md', 'outside'],
    ['/etc/a.md', 'outside'],
    ['C:/aaa.md', 'outside'],
    ['..\\aa.md', 'outside'],
    ['a//b.md', 'bad-name'],
    ['a/./b.md', 'bad-name'],
    ['a\u0000b.md', 'bad-name'],
    ['a\u001bb.md', 'bad-name'],
    ['a\u202eb.md', 'bad-name'],
    ['con?.md', 'bad-name'],
    ['a /b.md', 'bad-name'],
    ['1/2/3/4/5/6/7/8/9.md', 'bad-name'],
    [`${'a'.repeat(250)}.md`, 'bad-name'],
  ])('with the name %j is refused, and nothing is written', async (name, reason) => {
    const harmless = `${'z'.repeat(Buffer.byteLength(name) - 3)}.md`;
    const archive = saying(await zipOf(['first.md', lesson], [harmless, lesson]), harmless, name);
    expect(await refusal(archive)).toBe(reason);
    expect(readdirSync(path.join(work, `${number}`, 'course'))).toEqual([]);
    expect(existsSync(path.join(work, `${number}`, 'a.md'))).toBe(false);
  });

  it.each([
    ['symbolic links', async () => zipOf(['a.md', '/etc/passwd', { mode: 0o120777 }]), 'link'],
    ['devices', async () => zipOf(['a.md', '', { mode: 0o020644 }]), 'link'],
    [
      'a file that is a thousand times as long',
      async () => zipOf(['a.md', Buffer.alloc(20_000_000)]),
      'bomb',
    ],
    [
      'a file that is too long',
      async () => saying(await zipOf(['a.md', 'x'.repeat(7_007)]), sizeOf(7_007), sizeOf(27_000_000)),
      'too-large',
    ],
    [
      'many that are too long together',
      async () => {
        const files = Array.from({ length: 250 }, (_, n): File => [`${n}.md`, 'x'.repeat(7_007)]);
        return saying(await zipOf(...files), sizeOf(7_007), sizeOf(1_000_000));
      },
      'too-large',
    ],
    [
      'too many files',
      async () => {
        const archive = await zipOf(['a.md', lesson]);
        archive.writeUInt16LE(2_001, archive.indexOf('PK\u0005\u0006') + 10);
        return archive;
      },
      'too-many-files',
    ],
    ['two files of one name', async () => zipOf(['A.md', lesson], ['a.md', lesson]), 'same-name'],
    ['nothing', async () => zipOf(), 'empty'],
    ['nothing that a course has', async () => zipOf(['run.exe', 'x']), 'empty'],
    ['a text in another encoding', async () => zipOf(['a.md', Buffer.from([0xe9, 0x20])]), 'not-utf8'],
    [
      'a name in another encoding',
      async () => saying(await zipOf(['a1.md', lesson]), 'a1', Buffer.from([0x61, 0xe9])),
      'not-utf8',
    ],
    ['no zip', async () => Buffer.from('# Hello'), 'not-a-zip'],
    ['half a zip', async () => (await zipOf(['a.md', lesson])).subarray(0, 40), 'not-a-zip'],
  ] as [string, () => Promise<Buffer>, string][])('with %s is refused', async (_, make, reason) => {
    expect(await refusal(await make())).toBe(reason);
  });

  it('that says a file is shorter than it is, is refused', async () => {
    const archive = await zipOf(['a.md', 'x'.repeat(70_000)]);
    expect(await refusal(saying(archive, sizeOf(70_000), sizeOf(7)))).toBe('broken');
  });

  it('that is encrypted is refused', async () => {
    const archive = await zipOf(['a.md', lesson]);
    const directory = archive.indexOf('PK\u0001\u0002');
    archive.writeUInt16LE(archive.readUInt16LE(directory + 8) | 1, directory + 8);
    expect(await refusal(archive)).toBe('encrypted');
  });

  it('with damaged bytes is refused', async () => {
    const archive = await zipOf(['a.md', 'word '.repeat(5_000)]);
    archive.fill(0xff, 45, 60);
    expect(await refusal(archive)).toBe('broken');
  });
});
