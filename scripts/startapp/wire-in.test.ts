import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withDependency, withPluginEnabled } from './wire-in.ts';

const ROOT = path.join(__dirname, '..', '..');

describe('a dependency of the cms', () => {
  const before = JSON.stringify({
    name: 'cms',
    dependencies: { '@lumino/a': '1', '@strapi/b': '2' },
    private: true,
  });

  it('goes to its place in the alphabet, everything else stays', () => {
    const after = JSON.parse(withDependency(before, '@lumino/c', '3'));
    expect(Object.keys(after)).toEqual(['name', 'dependencies', 'private']);
    expect(Object.entries(after.dependencies)).toEqual([
      ['@lumino/a', '1'],
      ['@lumino/c', '3'],
      ['@strapi/b', '2'],
    ]);
  });

  it('goes to the end where none is behind it, and may be the first one', () => {
    expect(JSON.parse(withDependency(before, 'zod', '4')).dependencies.zod).toBe('4');
    expect(JSON.parse(withDependency('{}', 'zod', '4')).dependencies).toEqual({ zod: '4' });
  });

  it('is refused where it is there already', () => {
    expect(() => withDependency(before, '@lumino/a', '1')).toThrow('already');
  });
});

describe("Strapi's config/plugins.ts", () => {
  it('as it stands here gets one more line at the end, and nothing else', () => {
    const before = readFileSync(path.join(ROOT, 'config', 'plugins.ts'), 'utf8');
    expect(withPluginEnabled(before, 'staff-room').split('\n')).toEqual(
      before
        .split('\n')
        .flatMap((line) => (line === '});' ? ["  'staff-room': { enabled: true },", line] : line)),
    );
  });

  it.each([
    ['a constant', 'const config = ({ env }) => ({ jobs: {} });\nexport default config;'],
    ['a function with a body', 'export default ({ env }) => {\n  const a = {};\n  return { jobs: a };\n};'],
    ['an object', 'export default { jobs: {} } satisfies object;'],
  ])('may export %s', (_kind, config) => {
    expect(withPluginEnabled(config, 'attendance')).toMatch(/,\n {2}attendance: \{ enabled: true \} ?\}/);
  });

  it.each(['jobs: {}', "'jobs': {}", 'jobs'])('is left alone where the plugin is there: %s', (property) => {
    expect(() => withPluginEnabled(`export default { ${property} };`, 'jobs')).toThrow('already');
  });

  it('is left alone where it cannot be read', () => {
    expect(() => withPluginEnabled('export default makePlugins();', 'attendance')).toThrow(
      'exports no object',
    );
  });
});
