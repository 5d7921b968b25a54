import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Settings } from '../environment/schema.ts';

const ROOT = path.join(__dirname, '..', '..');
const DOCS = path.join(ROOT, 'config', 'docs');
const read = (...parts: string[]): string => readFileSync(path.join(ROOT, ...parts), 'utf8');
const pages = (readdirSync(DOCS, { recursive: true }) as string[]).filter((name) => name.endsWith('.md'));

describe('the reference of settings', () => {
  it('is what code and example say: otherwise run `npm run docs`', () => {
    const before = read('config', 'docs', 'configuration.md');
    execFileSync('node', ['scripts/docs.ts'], { cwd: ROOT, stdio: 'ignore' });
    expect(read('config', 'docs', 'configuration.md')).toBe(before);
  });

  it('has every setting that is checked', () => {
    const page = read('config', 'docs', 'configuration.md');
    for (const name of Object.keys(Settings.shape)) expect(page).toContain(`\`${name}\``);
  });
});

describe('the pages for operators', () => {
  it.each([
    'deploy',
    'upgrade',
    'backup-and-restore',
    'staging',
    'incidents',
    'scaling-out',
    'configuration',
  ])('%s is there', (name) => expect(pages).toContain(`${name}.md`));

  const verbs = Object.keys(JSON.parse(read('package.json')).scripts);
  it.each(pages)('%s names no command and no file that is not there', (name) => {
    const text = read('config', 'docs', name);
    for (const [, verb] of text.matchAll(/npm run ([\w:-]+)/g)) expect(verbs).toContain(verb);
    for (const [, file = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      expect([file, existsSync(path.join(DOCS, path.dirname(name), file))]).toEqual([file, true]);
  });
});

describe('the checklist of OWASP ASVS 5.0.0, level 2', () => {
  const rows = read('config', 'docs', 'security', 'asvs.md')
    .split('\n')
    .map((line) => /^\| (\d+(?:\.\d+\.\d+)?) +\| (.+?) +\| (.+?) +\|$/.exec(line))
    .filter((match) => match !== null)
    .map(([, id = '', what = '', proof = '']) => ({ id, what, proof }));

  it('names each requirement once, with a word on it', () => {
    expect(rows.length).toBeGreaterThan(200);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it.each(rows)(
    '$id: every proof is a test that there is, or a page that says it, or a reason',
    ({ proof }) => {
      if (!proof.startsWith('`')) expect(proof).toMatch(/^(Does not apply:|\*\*Open\*\*(:| in part:)) \S/);
      for (const [, file = '', words] of proof.matchAll(/`([\w.@-]+\/[^`]+|[\w-]+\.\w+)`(?:: “([^”]+)”)?/g)) {
        expect([file, existsSync(path.join(ROOT, file))]).toEqual([file, true]);
        if (words) expect(read(file)).toContain(words);
      }
    },
  );
});
