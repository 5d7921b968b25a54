import { fingerprint, randomCode, serial, verificationCode } from './codes';

it('a verification code has 128 bits and no letter that looks like a digit', () => {
  expect(verificationCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
});

it('codes do not repeat', () => {
  expect(new Set(Array.from({ length: 1000 }, () => randomCode(50))).size).toBe(1000);
});

it('a serial begins with the year of issue', () => {
  expect(serial(new Date('2026-12-31T23:59:59Z'))).toMatch(/^2026-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
});

it('parts of a fingerprint cannot run into each other', () => {
  expect(fingerprint('ab', 'c')).not.toBe(fingerprint('a', 'bc'));
});
