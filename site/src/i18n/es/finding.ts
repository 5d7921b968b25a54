import type { finding as english } from '../en/finding';

export const finding: typeof english = {
  catalog: {
    title: 'Catálogo',
    lead: 'Todos los módulos, a la vista. Para leer las lecciones, inscríbete.',
    empty: 'Todavía no hay módulos.',
    closed: 'Inscripción cerrada',
    lessons: (n) => `${n} ${n === 1 ? 'lección' : 'lecciones'}`,
    minutes: (n) => `${n} min`,
    hours: (n) => `unas ${n} h`,
  },
  search: {
    title: 'Buscar',
    titleOf: (q) => `«${q}»`,
    label: 'Buscar módulos y lecciones',
    submit: 'Buscar',
    found: (modules, lessons) => {
      const total = modules + lessons;
      return `${total === 1 ? 'Se encontró' : 'Se encontraron'} ${modules === 1 ? '1 módulo' : `${modules} módulos`} y ${lessons === 1 ? '1 lección' : `${lessons} lecciones`}`;
    },
    nothing: 'No se encontró nada',
    nothingHint:
      'Prueba con menos palabras, o solo con el principio de una. Los acentos y las mayúsculas no importan.',
    alike: '¿Es alguno de estos?',
    browse: 'Ver todo el catálogo',
    begin: '¿Qué te gustaría aprender?',
    beginHint:
      'Escribe una o varias palabras. Los módulos se encuentran por nombre y descripción, y las lecciones por título; en los módulos en los que estás, por todo lo que dicen las lecciones.',
    modules: 'Módulos',
    allModules: (n) => `Los ${n} módulos`,
    lessons: 'Lecciones',
    enrolToRead: 'Inscríbete para leerla',
  },
  filters: {
    title: 'Filtrar',
    words: 'Palabras',
    teacher: 'Docente',
    anyTeacher: 'Todo el equipo docente',
    length: 'Duración',
    lengths: {
      any: 'Cualquiera',
      short: 'Hasta una hora',
      medium: 'De una a tres horas',
      long: 'Más de tres horas',
    },
    language: 'Disponible en',
    anyLanguage: 'Cualquier idioma',
    languages: { en: 'Inglés', es: 'Español' },
    open: 'Con inscripción abierta',
    order: 'Ordenar por',
    orders: { relevance: 'Relevancia', name: 'Nombre', newest: 'Más recientes', shortest: 'Más cortos' },
    submit: 'Mostrar',
    clear: 'Quitar los filtros',
    count: (n) => (n === 1 ? '1 módulo' : `${n} módulos`),
    nothing: 'Ningún módulo cumple todo esto.',
    nothingHint: 'Quita un filtro o busca otra palabra.',
  },
  pages: {
    label: 'Páginas',
    previous: 'Página anterior',
    next: 'Página siguiente',
    of: (page, pages) => `Página ${page} de ${pages}`,
  },
};
