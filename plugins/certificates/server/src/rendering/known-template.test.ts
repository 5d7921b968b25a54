import { knownTemplate } from './known-template';
import type { Template } from '../templates/template';

const template = (key: string, version: number) => ({ key, version }) as Template;
const KNOWN = [template('plain', 1), template('plain', 2), template('rich', 1)];

describe('the template of a certificate (C7)', () => {
  it('is the version it was issued with, not a newer one', () => {
    expect(knownTemplate({ key: 'plain', version: 1, options: {} }, KNOWN)).toBe(KNOWN[0]);
  });

  it('is refused in a version that is not known', () => {
    expect(() => knownTemplate({ key: 'plain', version: 3, options: {} }, KNOWN)).toThrow(
      'the template "plain" is wanted in version 3; known is 1, 2',
    );
  });

  it('is refused by a key that is not known', () => {
    expect(() => knownTemplate({ key: 'fancy', version: 1, options: {} }, KNOWN)).toThrow(
      'the template "fancy" (version 1) is not known to the renderer; known are plain 1, plain 2, rich 1',
    );
  });
});
