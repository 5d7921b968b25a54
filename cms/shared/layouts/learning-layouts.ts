import type { ContentLayout, FieldLayout } from './layout';

/** The database writes it: Guido Rossi · PRO. */
const title: FieldLayout = {
  en: ['Student and module'],
  es: ['Estudiante y módulo'],
  readOnly: true,
};

/** Who learns what, and how it goes: mostly made by Lumino itself. */
export const learningLayouts: ContentLayout[] = [
  {
    uid: 'api::enrollment.enrollment',
    title: 'title',
    sort: ['enrolledAt', 'DESC'],
    pageSize: 50,
    list: ['title', 'module', 'standing', 'enrolledAt', 'readAt'],
    fields: {
      title,
      student: { en: ['Student'], es: ['Estudiante'], shows: 'username' },
      module: { en: ['Module'], es: ['Módulo'], shows: 'name' },
      standing: {
        en: ['Standing', 'A suspended student does not read the lessons'],
        es: ['Situación', 'Quien está suspendido no lee las lecciones'],
      },
      enrolledAt: { en: ['Enrolled'], es: ['Inscripción'], readOnly: true },
      readAt: { en: ['Last read'], es: ['Última lectura'], readOnly: true },
    },
    edit: [
      [
        ['student', 6],
        ['module', 6],
      ],
      [
        ['standing', 4],
        ['enrolledAt', 4],
        ['readAt', 4],
      ],
    ],
  },
  {
    uid: 'api::grade.grade',
    title: 'title',
    sort: ['gradedAt', 'DESC'],
    pageSize: 50,
    list: ['title', 'mark', 'gradedBy', 'gradedAt', 'revision'],
    fields: {
      title,
      enrollment: { en: ['Enrollment'], es: ['Inscripción'], shows: 'title' },
      mark: {
        en: ['Mark', 'Inside the module’s scale; empty: not graded yet'],
        es: ['Calificación', 'Dentro de la escala del módulo; vacío: sin calificar'],
      },
      feedback: { en: ['Feedback', 'The student reads it'], es: ['Comentario', 'Lo lee el estudiante'] },
      gradedBy: { en: ['Graded by'], es: ['Calificado por'], readOnly: true },
      gradedAt: { en: ['Graded'], es: ['Calificado'], readOnly: true },
      revision: { en: ['Changes'], es: ['Cambios'], readOnly: true },
    },
    edit: [
      [
        ['mark', 6],
        ['enrollment', 6],
      ],
      [['feedback', 12]],
      [
        ['gradedBy', 4],
        ['gradedAt', 4],
        ['revision', 4],
      ],
    ],
  },
  {
    uid: 'api::lesson-progress.lesson-progress',
    title: 'title',
    sort: ['completedAt', 'DESC'],
    pageSize: 50,
    list: ['title', 'lesson', 'completedAt'],
    fields: {
      title,
      enrollment: { en: ['Enrollment'], es: ['Inscripción'], shows: 'title' },
      lesson: { en: ['Lesson'], es: ['Lección'], shows: 'title' },
      completedAt: { en: ['Done'], es: ['Terminada'], readOnly: true },
    },
    edit: [
      [
        ['enrollment', 6],
        ['lesson', 6],
      ],
      [['completedAt', 6]],
    ],
  },
];
