import { moduleFilter } from './module-filter';

const NONE = {
  locale: 'en',
  q: '',
  teacher: null,
  open: false,
  length: null,
  language: null,
  order: null,
  page: 1,
};

it('reads what the catalogue can be narrowed by', () => {
  const asked = {
    locale: 'es',
    q: 'datos',
    teacher: 'ada-moreno',
    open: true,
    length: 'short',
    language: 'en',
    order: 'newest',
    page: 2,
  };
  expect(moduleFilter(asked)).toEqual(asked);
});

it.each([
  undefined,
  null,
  'text',
  { locale: 'fr', q: ['a'], teacher: "x' or 1=1", open: 'yes', length: 'longest', language: {}, order: 1 },
  { page: 0 },
  { page: -3 },
  { page: 1.5 },
  { page: 'two' },
  { page: Infinity },
])('reads %p as if nothing was asked', (body) => expect(moduleFilter(body)).toEqual(NONE));

it('has an end', () => expect(moduleFilter({ page: 1e9 }).page).toBe(1000));
