import type { GradebookRow } from '../../../shared/contracts/gradebook';
import { decode } from './decode';
import { planImport } from './plan-import';
import { type CsvRow, readRows } from './read-rows';
import { writeCsv } from './write-csv';

const scale = { minimum: 1, maximum: 10, passMark: 5 };
const student = (username: string, over: Partial<GradebookRow> = {}): GradebookRow => ({
  ...{ enrollmentKey: `e-${username}`, studentKey: username, studentName: `Name of ${username}`, username },
  ...{ suspended: false, mark: null, feedback: '', revision: 0, progress: { done: 0, total: 0 } },
  ...over,
});
const roster = [
  student('ana', { mark: 7, revision: 2 }),
  student('bo'),
  student('=cmd', { feedback: '=1+1' }),
];

function rowsOf(text: string): CsvRow[] {
  const read = readRows(text);
  if (!read.ok) throw new Error(read.problem);
  return read.rows;
}
const plan = (text: string) => planImport(rowsOf(text), roster, scale);
const problems = (text: string) => plan(text).problems.map(({ row, problem }) => `${row} ${problem}`);

describe('the marks of a class as a file, out and in again (M5)', () => {
  it.each(['en', 'es'] as const)('change nothing, in %s', (language) => {
    const text = writeCsv(roster, language);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(plan(text)).toEqual({ changes: [], planned: [], problems: [] });
  });

  it('run nothing in a spreadsheet', () => {
    const text = writeCsv(
      ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'].map((feedback, index) =>
        student(`s${index}`, { feedback }),
      ),
      'en',
    );
    for (const { cells } of rowsOf(text)) expect(cells.feedback).toMatch(/^'/);
  });

  it('may come in either language, with semicolons, tabs or commas, in any order, with other columns beside', () => {
    for (const text of [
      'Usuario;Nota\nana;8,5\n',
      'Mark\tUsername\n8.5\tana\n',
      '"username",other,MARK\r\nANA,x,8.5\r\n\r\n,,\r\n',
    ])
      expect(plan(text).changes).toEqual([{ enrollmentKey: 'e-ana', mark: 8.5, revision: 2 }]);
  });

  it('empties a mark with an empty cell, and leaves feedback where there is no column for it', () => {
    expect(plan('username,mark\nana,\n').changes).toEqual([
      { enrollmentKey: 'e-ana', mark: null, revision: 2 },
    ]);
  });
});

describe('a file that is wrong is told row by row, as a spreadsheet counts them (M5)', () => {
  it('names each row that cannot be imported', () => {
    expect(problems('username,mark\nana,11\nbo,seven\nnobody,7\n,7\nana,8\n"=cmd",=1+1\n')).toEqual([
      '2 outside-scale',
      '3 not-a-number',
      '4 unknown-student',
      '5 no-student',
      '6 twice',
      '7 not-a-number',
    ]);
  });

  it('keeps the count over cells with line breaks', () => {
    expect(problems('username,mark,feedback\nana,8,"one\ntwo"\nbo,x,\n')).toEqual(['3 not-a-number']);
  });

  it('tells a grade that changed after the file was made', () => {
    expect(problems('username,mark,revision\nana,8,1\nbo,8,0\n')).toEqual(['2 changed-meanwhile']);
  });

  it('shows no more than the beginning of a cell of a megabyte', () => {
    const [problem] = plan(`username,mark\nana,${'9'.repeat(1024 * 1024)}\n`).problems;
    expect(problem?.problem).toBe('not-a-number');
    expect(problem?.cell.length).toBeLessThan(50);
    const long = plan(`username,mark,feedback\nana,7,${'x'.repeat(1024 * 1024)}\n`);
    expect(long.problems.map((one) => one.problem)).toEqual(['feedback-too-long']);
  });

  it.each([
    ['name,points\nana,7\n', 'no-heading'],
    ['', 'no-heading'],
    ['username,mark,Nota\nana,7,8\n', 'heading-twice'],
    ['username,mark\nana,"7\nbo,8\n', 'unreadable'],
  ])('refuses %j as a whole', (text, problem) => {
    expect(readRows(text)).toMatchObject({ ok: false, problem });
  });
});

describe('the bytes of a file', () => {
  const text = 'Usuario;Nota;Revisión\nana;8,5;2\n';
  const utf16be = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16be', utf16be],
    ['windows-1252', Buffer.from(text, 'latin1')],
  ])('are read as %s', (encoding, bytes) => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ ok: true, encoding });
    expect(plan((decoded as { text: string }).text).changes).toHaveLength(1);
  });

  it.each([
    ['UTF-16 without its mark', Buffer.from(text, 'utf16le')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['UTF-8 that is broken behind its mark', Buffer.from([0xef, 0xbb, 0xbf, 0xff])],
  ])('are refused: %s', (_name, bytes) => {
    expect(decode(bytes)).toEqual({ ok: false });
  });
});
