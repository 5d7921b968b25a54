import type { Core } from '@strapi/types';
import summary from './summary';

/** Stands in for the document service: each module with its language, published or not. */
function strapiWith(modules: { locale: string; published: boolean }[]): Core.Strapi {
  const count = async ({ status, locale = 'en' }: { status: string; locale?: string }) =>
    modules.filter((module) => module.locale === locale && (status === 'draft' || module.published)).length;
  return { documents: () => ({ count }) } as never;
}

describe('the summary', () => {
  const strapi = strapiWith([
    { locale: 'en', published: true },
    { locale: 'en', published: false },
    { locale: 'es', published: true },
  ]);

  it('counts the modules of the language asked for, and those that are published', async () => {
    expect(await summary({ strapi }).of('es')).toEqual({ modules: 1, published: 1 });
  });

  it('counts those of the default language where none is named', async () => {
    expect(await summary({ strapi }).of()).toEqual({ modules: 2, published: 1 });
  });

  it('is zero where nothing is written yet', async () => {
    expect(await summary({ strapi: strapiWith([]) }).of('en')).toEqual({ modules: 0, published: 0 });
  });
});
