import { chooseKey, type SigningKey } from './choose-key';

const key = (keyId: string, day: string, sealedSecret: string | null = 'sealed'): SigningKey => ({
  purpose: 'credential',
  keyId,
  publicPart: '',
  activeFrom: new Date(day),
  sealedSecret,
});
const keys = [
  key('second', '2026-06-01'),
  key('first', '2026-01-01'),
  key('public only', '2026-03-01', null),
];
const chosen = (day: string) => chooseKey(keys, new Date(day))?.keyId;

describe('the key for a certificate (P11)', () => {
  it('is the one that was there on the day of issue, also after a rotation', () => {
    expect(chosen('2026-05-31')).toBe('first');
    expect(chosen('2026-06-01')).toBe('second');
  });

  it('is the oldest for what was issued before there were keys', () => {
    expect(chosen('2025-01-01')).toBe('first');
  });

  it('is none where nobody holds a secret', () => {
    expect(chooseKey([key('public only', '2026-01-01', null)], new Date())).toBeNull();
  });
});
