import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const guide = readFileSync(path.join(__dirname, '..', '..', 'plugins', 'README.md'), 'utf8');
const examples = readdirSync(__dirname).filter((file) => !/\.test\.ts$/.test(file));
const shown = new Map(
  [...guide.matchAll(/```ts title="tests\/extensions\/([\w-]+\.ts)"\n([\s\S]*?)```/g)].map(
    ([, file, code]) => [file, code],
  ),
);

describe('the guide for developers', () => {
  it('shows every example, and no other', () => {
    expect([...shown.keys()].sort()).toEqual(examples.sort());
  });

  it.each(examples)('shows %s as the tests run it', (file) => {
    expect(shown.get(file)).toBe(readFileSync(path.join(__dirname, file), 'utf8'));
  });
});
