import type { ContentLayout } from './layout';

export const moduleLayout: ContentLayout = {
  uid: 'api::module.module',
  title: 'name',
  sort: ['code', 'ASC'],
  pageSize: 50,
  list: ['code', 'name', 'teacher', 'certificates'],
  fields: {
    code: {
      en: ['Code', '2 to 12 capital letters, digits or dashes; part of the address'],
      es: ['Código', 'De 2 a 12 letras mayúsculas, cifras o guiones; parte de la dirección'],
    },
    name: { en: ['Name'], es: ['Nombre'] },
    summary: {
      en: ['Summary', 'One or two sentences for the catalogue'],
      es: ['Resumen', 'Una o dos frases para el catálogo'],
    },
    description: {
      en: ['Description', 'What is learnt, for whom, and what is needed before'],
      es: ['Descripción', 'Qué se aprende, para quién y qué hace falta antes'],
    },
    cover: {
      en: ['Cover', 'The same in every language'],
      es: ['Portada', 'La misma en todos los idiomas'],
    },
    teacher: {
      en: ['Teacher', 'Sees and writes this module, its lessons and its marks'],
      es: ['Docente', 'Ve y escribe este módulo, sus lecciones y sus calificaciones'],
      shows: 'displayName',
    },
    lessons: {
      en: ['Lessons', 'To order them, use “Open the lessons”'],
      es: ['Lecciones', 'Para ordenarlas, usa «Abrir las lecciones»'],
      shows: 'title',
    },
    markMin: { en: ['Lowest mark'], es: ['Calificación mínima'] },
    markMax: { en: ['Highest mark'], es: ['Calificación máxima'] },
    passMark: { en: ['Pass mark'], es: ['Calificación para aprobar'] },
    enrollmentOpensAt: {
      en: ['Enrollment opens', 'Empty: it is open already'],
      es: ['La inscripción abre', 'Vacío: ya está abierta'],
    },
    enrollmentClosesAt: {
      en: ['Enrollment closes', 'Empty: it stays open'],
      es: ['La inscripción cierra', 'Vacío: queda abierta'],
    },
    certificates: {
      en: ['Certificates', 'For whoever reaches the pass mark: by itself, when they ask, or none'],
      es: ['Certificados', 'Para quien aprueba: automático, a petición o ninguno'],
    },
    updatedAt: { en: ['Last change'], es: ['Último cambio'] },
  },
  edit: [
    [
      ['code', 4],
      ['name', 8],
    ],
    [['summary', 12]],
    [['description', 12]],
    [
      ['cover', 6],
      ['teacher', 6],
    ],
    [
      ['markMin', 4],
      ['markMax', 4],
      ['passMark', 4],
    ],
    [
      ['enrollmentOpensAt', 6],
      ['enrollmentClosesAt', 6],
    ],
    [['certificates', 12]],
    [['lessons', 12]],
  ],
};
