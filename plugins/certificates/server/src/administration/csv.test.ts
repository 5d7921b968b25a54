import { csvField, csvLine } from './csv';

describe('a field of the export', () => {
  it.each(['=cmd|" /C calc"!A0', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])(
    'that a spreadsheet would run is text: %j (P5)',
    (formula) => {
      const written = csvField(formula);
      expect(written.replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('with quotes, commas or line ends is quoted by RFC 4180', () => {
    expect(csvField('Núñez, "Mary"')).toBe('"Núñez, ""Mary"""');
    expect(csvField('two\nlines')).toBe('"two\nlines"');
  });

  it('is left alone otherwise, an empty one too', () => {
    expect(csvLine(['María Núñez', null, 9.5, '2026-7K3QX-9DZ4M'])).toBe(
      'María Núñez,,9.5,2026-7K3QX-9DZ4M\r\n',
    );
  });
});
