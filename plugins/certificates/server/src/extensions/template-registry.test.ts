import { z } from 'zod';
import type { Snapshot } from '../../../shared/snapshot';
import { h } from '../rendering/layout/element';
import { BUILT_IN_TEMPLATES } from '../rendering/renderer-thread';
import { titled } from '../templates/paper';
import { defineTemplate } from '../templates/template';
import { createTemplateRegistry } from './template-registry';

const plain = (version: number) =>
  defineTemplate({
    key: 'plain',
    version,
    name: { en: 'Plain', es: 'Sencillo' },
    kinds: ['module'],
    schema: z.strictObject({
      margin: z.number().min(0).max(90).default(20).meta(titled('Margin', 'Margen')),
    }),
    pages: (snapshot: Snapshot, { margin }) => {
      if (snapshot.recipient.name === '') throw new Error('nobody');
      return [
        { width: 595, height: 842, tree: h({ margin }, `v${version} ${snapshot.recipient.name}`), art: [] },
      ];
    },
  });
const snapshot = (version: number, name = 'Ada', options: Record<string, unknown> = {}) =>
  ({ recipient: { name }, template: { key: 'plain', version, options } }) as Snapshot;
const registry = () => {
  const made = createTemplateRegistry(BUILT_IN_TEMPLATES);
  made.add(plain(1));
  made.add(plain(2));
  return made;
};

describe('templates', () => {
  it('are known in several versions: new certificates take the highest, old ones keep theirs (C7)', () => {
    const templates = registry();
    expect(templates.newest('plain').version).toBe(2);
    expect(JSON.stringify(templates.pagesOf(snapshot(1)))).toContain('v1 Ada');
    expect(() => templates.pagesOf(snapshot(3))).toThrow('wanted in version 3; known is 1, 2');
  });

  it('are refused twice in one version, late, or with an option that has no default', () => {
    const templates = registry();
    expect(() => templates.add(plain(2))).toThrow('"plain" (version 2) is registered twice; taken are');
    const needy = { ...plain(3), schema: z.strictObject({ margin: z.number() }) };
    expect(() => templates.add(needy)).toThrow(
      'every option of the template "plain" (version 3) needs a default',
    );
    templates.freeze();
    expect(() => templates.add(plain(3))).toThrow('too late');
  });

  it('are named when they fail', () => {
    expect(() => registry().pagesOf(snapshot(1, ''))).toThrow(
      'the template "plain" (version 1) failed: nobody',
    );
  });

  it('complete the options that are chosen, or say where they are wrong', () => {
    const { check } = registry();
    expect(check('module', { key: 'plain', options: {} })).toMatchObject({ options: { margin: 20 } });
    expect(check('module', { key: 'plain', options: { margin: 99 } })).toMatchObject({
      errors: [{ path: ['options', 'margin'] }],
    });
    expect(check('module', { key: 'plain', options: { colour: 'red' } })).toMatchObject({
      errors: [{ path: ['options'], message: expect.stringContaining('colour') }],
    });
    expect(check('grade', { key: 'plain', options: {} })).toMatchObject({
      errors: [{ path: ['key'], message: 'the template "plain" is not for certificates of kind grade' }],
    });
    expect(check('module', { key: 'fancy', options: {} })).toMatchObject({
      errors: [{ path: ['key'], message: expect.stringContaining('known are grade-certificate, module-') }],
    });
  });

  it('tell the gallery their options as JSON Schema, each with a title in both languages and a default', () => {
    const infos = registry().infos();
    expect(infos.map(({ key, version }) => `${key} ${version}`)).toEqual([
      'grade-certificate 1',
      'module-certificate 1',
      'module-certificate-modern 1',
      'plain 2',
    ]);
    for (const { name, options } of infos) {
      expect(Object.values(name).every((words) => words.length > 0)).toBe(true);
      for (const option of Object.values(options.properties as Record<string, object>))
        expect(option).toMatchObject({
          title: expect.any(String),
          titles: { en: expect.any(String), es: expect.any(String) },
          default: expect.anything(),
        });
    }
    expect(infos[1]?.options).toMatchObject({
      type: 'object',
      properties: { orientation: { enum: ['landscape', 'portrait'], default: 'landscape' } },
    });
  });
});
