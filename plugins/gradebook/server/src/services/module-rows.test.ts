import { moduleFromRows, modulesFromRows, type ModuleRow } from './module-rows';

const row = (changes: Partial<ModuleRow>): ModuleRow => ({
  documentId: 'm1',
  code: 'PRO',
  name: 'Programming',
  locale: 'en',
  publishedAt: null,
  markMin: '1.00',
  markMax: '10.00',
  passMark: '5.00',
  ...changes,
});

describe('a module in the gradebook', () => {
  it('has the published scale, as numbers, also where a draft says something else', () => {
    const rows = [row({ markMax: '100' }), row({ publishedAt: '2026-01-01', markMax: '10.00' })];
    expect(moduleFromRows(rows, 'en').scale).toEqual({ minimum: 1, maximum: 10, passMark: 5 });
  });

  it('is named in the reader’s language, even if only the draft is translated', () => {
    const rows = [row({ publishedAt: '2026-01-01' }), row({ locale: 'es', name: 'Programación' })];
    expect(moduleFromRows(rows, 'es').name).toBe('Programación');
    expect(moduleFromRows(rows, 'fr').name).toBe('Programming');
  });

  it('stands once in the list, which is in the order of the codes', () => {
    const rows = [
      row({ documentId: 'm10', code: 'M-10' }),
      row({}),
      row({ locale: 'es' }),
      row({ documentId: 'm2', code: 'M-2' }),
    ];
    expect(modulesFromRows(rows, 'en').map(({ code }) => code)).toEqual(['M-2', 'M-10', 'PRO']);
  });
});
