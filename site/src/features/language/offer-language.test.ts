import { wantsOffer } from './offer-language';

it('offers a language to whom reads it first, once', () => {
  expect(wantsOffer('es', ['es-AR', 'en'], '')).toBe(true);
  expect(wantsOffer('es', ['es'], 'session=x')).toBe(true);
  expect(wantsOffer('en', ['en-GB'], '')).toBe(true);
  expect(wantsOffer('es', ['es'], 'session=x; language=en')).toBe(false);
  expect(wantsOffer('es', ['en-GB', 'es'], '')).toBe(false);
  expect(wantsOffer('es', ['est'], '')).toBe(false);
  expect(wantsOffer('es', [], '')).toBe(false);
});
