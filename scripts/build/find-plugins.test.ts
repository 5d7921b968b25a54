import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findPlugins, projectsOf } from './find-plugins.ts';

const root = mkdtempSync(path.join(os.tmpdir(), 'lumino-plugins-'));
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
const plugin = (name: string, ...needs: string[]): void =>
  write(
    `plugins/${name}/package.json`,
    JSON.stringify({
      name: `@lumino/strapi-plugin-${name}`,
      peerDependencies: Object.fromEntries(needs.map((need) => [`@lumino/strapi-plugin-${need}`, '^0.1.0'])),
    }),
  );

beforeEach(() => rmSync(path.join(root, 'plugins'), { recursive: true, force: true }));
afterAll(() => rmSync(root, { recursive: true }));

describe('the plugins of the checkout', () => {
  it('come in the order in which they can be built', () => {
    plugin('certificates', 'jobs');
    plugin('attendance', 'gradebook', 'certificates');
    plugin('gradebook');
    plugin('jobs');
    expect(findPlugins(root)).toEqual(['gradebook', 'jobs', 'certificates', 'attendance']);
  });

  it('are those with a package.json', () => {
    plugin('jobs');
    write('plugins/left-behind/dist/index.js', '');
    expect(findPlugins(root)).toEqual(['jobs']);
  });

  it('may not depend on each other in a circle', () => {
    plugin('jobs', 'certificates');
    plugin('certificates', 'jobs');
    expect(() => findPlugins(root)).toThrow('certificates, jobs, certificates');
  });

  it('have one TypeScript project for each side that is there', () => {
    plugin('jobs');
    write('plugins/jobs/server/tsconfig.json', '{}');
    const jobs = path.join(root, 'plugins', 'jobs');
    expect(projectsOf(jobs)).toEqual([path.join(jobs, 'server')]);
  });
});
