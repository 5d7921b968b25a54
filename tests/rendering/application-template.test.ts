import { attendanceTemplate } from '../../cms/src/certificates/attendance-template.ts';
import { createTemplateRegistry } from '../../plugins/certificates/server/src/extensions/template-registry.ts';
import { BUILT_IN_TEMPLATES } from '../../plugins/certificates/server/src/rendering/renderer-thread.ts';
import { renderPdf } from '../../plugins/certificates/server/src/rendering/render-pdf.ts';
import { foreignTemplate } from '../../plugins/certificates/server/src/templates/foreign-template.ts';
import type { Snapshot } from '../../plugins/certificates/shared/snapshot.ts';
import { extractText } from './extracted-text.ts';
import { LOGO, PICTURES, VECTOR_HANDWRITING } from './sample-branding.ts';
import { LONG_MODULE_NAME, moduleSnapshot } from './sample-snapshots.ts';

// Rendering is quick, but the first one reads the fonts, and a busy machine makes everything slow.
jest.setTimeout(60_000);

const registry = createTemplateRegistry(BUILT_IN_TEMPLATES);
registry.add(attendanceTemplate);

/** As it goes: chosen, put into a snapshot, made into pages here, sent as plain data, drawn there. */
async function issued(options: Record<string, unknown>, facts: Partial<Snapshot> = {}): Promise<Uint8Array> {
  const checked = registry.check('module', { key: 'attendance', options });
  if ('errors' in checked) throw new Error(JSON.stringify(checked.errors));
  const template = { key: 'attendance', version: checked.template.version, options: checked.options };
  const snapshot = moduleSnapshot({ template, ...facts });
  const pages = structuredClone(registry.pagesOf(snapshot));
  return renderPdf(snapshot, foreignTemplate(template, pages), { pictures: PICTURES });
}

describe('the template of the application, from outside the plugin', () => {
  it('draws its own words, in both languages, and no mark', async () => {
    const signatures = [{ name: 'Ada Moreno', title: 'Rector', picture: VECTOR_HANDWRITING }];
    const issuer = { ...moduleSnapshot().issuer, logo: LOGO, signatures };
    const [english, spanish] = extractText([
      await issued({}, { issuer }),
      await issued({ letterhead: 90, paper: 'letter' }, { language: 'es' }),
    ]).map(({ mupdf }) => mupdf.join(' '));
    for (const words of ['Confirmation of attendance', 'María Núñez', 'Python 1 (M-1)', '2026-7K3QX-9DZ4M'])
      expect(english).toContain(words);
    expect(spanish).toContain('Constancia de asistencia');
    expect(`${english} ${spanish}`).not.toMatch(/0[.,]25/);
  });

  it('has room for long names below the highest letterhead', async () => {
    const name = 'Maximiliana Guadalupe Hernández-Villaseñor de la Santísima Trinidad y Featherstonehaugh';
    const achievements = [{ code: 'OOP', name: LONG_MODULE_NAME, mark: 9, maximumMark: 10 }];
    const pdf = await issued({ letterhead: 90, paper: 'letter' }, { recipient: { name }, achievements });
    const [text] = extractText([pdf]).map(({ mupdf }) => mupdf.join('').replace(/\s+/g, ''));
    expect(text).toContain(name.replace(/\s+/g, ''));
    expect(text).toContain(LONG_MODULE_NAME.replace(/\s+/g, ''));
  });

  it('is refused with a letterhead as high as the page, and for grade certificates', () => {
    expect(registry.check('module', { key: 'attendance', options: { letterhead: 500 } })).toMatchObject({
      errors: [{ path: ['options', 'letterhead'] }],
    });
    expect(registry.check('grade', { key: 'attendance', options: {} })).toMatchObject({
      errors: [{ path: ['key'] }],
    });
  });
});
