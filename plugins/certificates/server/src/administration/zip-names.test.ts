import { zipNames } from './zip-names';

const names = (...fileNames: string[]) =>
  zipNames(fileNames.map((fileName, index) => ({ fileName, serial: `2026-${index}` })));

describe('the names in an archive of certificates', () => {
  it('are those of the files where they differ', () => {
    expect(names('ada_grade_certificate.pdf', 'bo_grade_certificate.pdf')).toEqual([
      'ada_grade_certificate.pdf',
      'bo_grade_certificate.pdf',
    ]);
  });

  it('carry the serial number where they would be the same, also but for capitals', () => {
    expect(names('ada.pdf', 'Ada.pdf', 'bo.pdf')).toEqual(['ada_2026-0.pdf', 'Ada_2026-1.pdf', 'bo.pdf']);
  });

  it.each(['../../etc/passwd', '/etc/passwd', '.hidden', 'a\\b.pdf', 'a\r\nb.pdf', ''])(
    'leave no folder and break no line: %j (P5)',
    (hostile) => {
      expect(names(hostile)[0]).toMatch(/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/);
    },
  );
});
