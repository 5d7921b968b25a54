import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Problem } from '../problem.ts';
import { readPluginName } from './plugin-name.ts';
import { scaffold } from './scaffold.ts';

const TEMPLATE = path.join(__dirname, 'template');
const PACKAGE = '@lumino/strapi-plugin-staff-room';
const TABLE = 'tests/integration/access/admin-routes.ts';
const name = readPluginName('staff-room');
let root: string;
const at = (...parts: string[]): string => path.join(root, ...parts);
const make = (finish?: () => Promise<void>) => scaffold({ root, template: TEMPLATE, name, finish });

/** Every file and link below a folder, with what it says. */
const everything = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(root, file), readFileSync(file, 'utf8')]),
  );

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'lumino-startapp-'));
  for (const folder of ['plugins', 'cms', 'config', 'node_modules/@lumino', 'tests/integration/access'])
    mkdirSync(at(folder), { recursive: true });
  writeFileSync(at('cms/package.json'), '{ "dependencies": { "zod": "4.4.3" } }');
  writeFileSync(at('config/plugins.ts'), 'export default { jobs: { enabled: true } };');
  writeFileSync(at(TABLE), "export const ADMINISTRATORS = [\n  'GET /admin/users',\n];\n");
  writeFileSync(at('package-lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a new plugin', () => {
  it('has every file of the template, under its own name throughout', async () => {
    const files = await make();
    const made = Object.entries(everything()).filter(([file]) => file.startsWith('plugins'));
    expect(made).toHaveLength(files);
    expect(files).toBeGreaterThan(20);
    for (const [file, text] of made) expect(file + text).not.toMatch(/sample.?plugin/i);
    expect(readFileSync(at('plugins/staff-room/shared/contracts/staff-room.ts'), 'utf8')).toContain(
      'interface StaffRoomSummary',
    );
    expect(JSON.parse(readFileSync(at('plugins/staff-room/package.json'), 'utf8'))).toMatchObject({
      name: PACKAGE,
      strapi: { kind: 'plugin', name: 'staff-room', displayName: 'Staff room' },
    });
  });

  it('is known to the cms', async () => {
    await make();
    expect(JSON.parse(readFileSync(at('cms/package.json'), 'utf8')).dependencies[PACKAGE]).toBe('0.1.0');
    expect(readFileSync(at('config/plugins.ts'), 'utf8')).toContain("'staff-room': { enabled: true }");
  });

  it('has its route in the table of who may use what, which is for administrators alone', async () => {
    await make();
    expect(readFileSync(at(TABLE), 'utf8')).toBe(
      "export const ADMINISTRATORS = [\n  'GET /staff-room/summary',\n  'GET /admin/users',\n];\n",
    );
  });

  it('uses the versions that the gradebook uses', () => {
    const read = (folder: string) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const gradebook = read(path.join(__dirname, '..', '..', 'plugins', 'gradebook'));
    for (const group of ['version', 'devDependencies', 'peerDependencies'])
      expect(read(TEMPLATE)[group]).toEqual(gradebook[group]);
  });
});

describe('nothing is half-done', () => {
  it('where the last step fails: files, edits, lock and link are as before', async () => {
    const before = everything();
    const failed = make(async () => {
      symlinkSync(at('plugins/staff-room'), at('node_modules', PACKAGE));
      writeFileSync(at('package-lock.json'), '{ "changed": true }');
      throw new Problem('npm failed', 'Is the registry in reach?');
    });
    await expect(failed).rejects.toMatchObject({
      message: 'npm failed',
      cure: 'Is the registry in reach? Nothing of staff-room was kept.',
    });
    expect(everything()).toEqual(before);
    expect(existsSync(at('plugins/staff-room'))).toBe(false);
    expect(readdirSync(at('node_modules/@lumino'))).toEqual([]);
  });

  it('where there is a folder of that name: it stays as it is', async () => {
    mkdirSync(at('plugins/staff-room'));
    writeFileSync(at('plugins/staff-room/mine.ts'), 'mine');
    const before = everything();
    await expect(make()).rejects.toThrow('There is a folder plugins/staff-room already');
    expect(everything()).toEqual(before);
  });

  it.each([
    ['cms/package.json', `{ "dependencies": { "${PACKAGE}": "0.1.0" } }`],
    ['config/plugins.ts', "export default { 'staff-room': { enabled: false } };"],
    ['config/plugins.ts', 'export default somethingElse();'],
    [TABLE, 'export const STAFF = [];'],
    [TABLE, "export const ADMINISTRATORS = [\n  'GET /staff-room/summary',\n];"],
  ])('where %s cannot take it', async (file, text) => {
    writeFileSync(at(file), text);
    const before = everything();
    await expect(make()).rejects.toBeInstanceOf(Problem);
    expect(everything()).toEqual(before);
  });
});
