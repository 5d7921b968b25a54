import { normaliseCode } from './normalise-code';

it('a code is understood however it was typed', () => {
  expect(normaliseCode(' ab-cd oO il ')).toBe('ABCD0011');
});
