import type { ContentLayout } from './layout';

export const lessonLayout: ContentLayout = {
  uid: 'api::lesson.lesson',
  title: 'title',
  sort: ['updatedAt', 'DESC'],
  pageSize: 50,
  list: ['title', 'module', 'position', 'updatedAt'],
  fields: {
    title: { en: ['Title'], es: ['Título'] },
    slug: {
      en: ['Address', 'Small letters, digits and dashes; its own in the module'],
      es: ['Dirección', 'Minúsculas, cifras y guiones; única en el módulo'],
    },
    module: { en: ['Module'], es: ['Módulo'], shows: 'name' },
    position: {
      en: ['Position', 'Easier to set by dragging: “Modules and lessons” in the menu'],
      es: ['Posición', 'Más fácil arrastrando: «Módulos y lecciones» en el menú'],
    },
    minutes: {
      en: ['Minutes', 'Empty: counted from the words'],
      es: ['Minutos', 'Vacío: se calculan por las palabras'],
    },
    sections: {
      en: ['Sections', 'What the lesson is made of, in this order'],
      es: ['Secciones', 'De qué se compone la lección, en este orden'],
    },
    updatedAt: { en: ['Last change'], es: ['Último cambio'] },
  },
  edit: [
    [
      ['title', 6],
      ['module', 6],
    ],
    [
      ['slug', 6],
      ['position', 3],
      ['minutes', 3],
    ],
    [['sections', 12]],
  ],
};
