import { clean } from './clean';

describe('a text as it is drawn', () => {
  it('is composed, even across an invisible character', () => {
    expect(clean('Jose\u0301')).toBe('José');
    expect(clean('Jose\u200B\u0301')).toBe('José');
  });

  it('has no controls that turn its direction', () => {
    expect(clean('Ada\u202E Moreno\u2066')).toBe('Ada Moreno');
  });

  it('keeps joiners where they are spelling and nowhere else', () => {
    expect(clean('علی\u200Cرضا')).toBe('علی\u200Cرضا');
    expect(clean('क्\u200Dष')).toBe('क्\u200Dष');
    expect(clean('A\u200Dda \u200Cعلی\u200D')).toBe('Ada علی');
  });

  it('has single spaces and no line breaks', () => {
    expect(clean('  Ada\n\t\u00A0 Moreno\u0000 ')).toBe('Ada Moreno');
  });
});
