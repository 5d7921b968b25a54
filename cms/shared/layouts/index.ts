import type { ContentLayout } from './layout';
import { learningLayouts } from './learning-layouts';
import { lessonLayout } from './lesson-layout';
import { moduleLayout } from './module-layout';
import { peopleLayouts } from './people-layouts';
import { sectionLayouts } from './section-layouts';

/** How Strapi's own pages show what Lumino keeps. */
export const LAYOUTS: readonly ContentLayout[] = [
  moduleLayout,
  lessonLayout,
  ...sectionLayouts,
  ...learningLayouts,
  ...peopleLayouts,
];

/** Spanish for the names of content types, and for those of sections by what they are: Strapi asks for them so. */
export const NAMES_ES: Readonly<Record<string, string>> = {
  Module: 'Módulo',
  Lesson: 'Lección',
  Student: 'Estudiante',
  Enrollment: 'Inscripción',
  Grade: 'Calificación',
  'Grade change': 'Cambio de calificación',
  'Lesson progress': 'Avance',
  'Student profile': 'Perfil de estudiante',
  'Teacher profile': 'Perfil de docente',
  lesson: 'Lección',
  'lesson.text': 'Texto',
  'lesson.image': 'Imagen',
  'lesson.video': 'Vídeo',
  'lesson.code': 'Código',
  'lesson.callout': 'Aviso',
  'lesson.attachments': 'Archivos adjuntos',
  'lesson.quiz': 'Autoevaluación',
  'lesson.quiz-question': 'Pregunta',
  'lesson.quiz-option': 'Respuesta',
};
