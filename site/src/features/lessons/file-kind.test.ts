import { kindOf, sizeOf } from './file-kind';

describe('what an attachment is (L1)', () => {
  it('is said in words, in the reader’s language', () => {
    expect(kindOf('application/pdf', 'a.pdf', 'en')).toBe('PDF');
    expect(kindOf('application/zip', 'a.zip', 'es')).toBe('archivo ZIP');
    expect(kindOf('image/png', 'a.png', 'es')).toBe('imagen');
  });

  it('is its extension where nobody named its kind', () => {
    expect(kindOf('application/x-tool', 'plan.gan', 'en')).toBe('GAN');
    expect(kindOf('application/x-tool', 'plan', 'en')).toBe('file');
  });

  it('comes with its size, in the reader’s number format', () => {
    expect(sizeOf(1_234_000, 'en')).toBe('1.2 MB');
    expect(sizeOf(1_234_000, 'es')).toBe('1,2 MB');
    expect(sizeOf(45_300, 'en')).toBe('45 kB');
    expect(sizeOf(12, 'en')).toBe('1 kB');
    expect(sizeOf(999_900, 'en')).toBe('1 MB');
  });
});
