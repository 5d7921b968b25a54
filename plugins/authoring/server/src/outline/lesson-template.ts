import type { Locale, Template } from '../../../shared/contracts/outline';

type Section = { __component: string } & Record<string, unknown>;
const text = (body: string): Section => ({ __component: 'lesson.text', body });
const tip = (body: string): Section => ({ __component: 'lesson.callout', tone: 'tip', body });
const quiz = (question: string, right: string, wrong: string, explanation: string): Section => ({
  __component: 'lesson.quiz',
  questions: [
    {
      question,
      explanation,
      options: [
        { text: right, correct: true },
        { text: wrong, correct: false },
      ],
    },
  ],
});

const GUIDED: Record<Locale, Section[]> = {
  en: [
    text(
      'After this lesson you can\n\n- do something you could not do before\n- say why it works\n\n## The idea\n\nStart with an example that readers know, then name what it shows.',
    ),
    tip('One thing that is worth remembering.'),
    text('## Step by step\n\n1. First …\n2. Then …\n3. At the end …'),
    quiz('What follows from this?', 'The right answer', 'An answer that is often given', 'Why it is so.'),
    text('## In short\n\nThe lesson in two sentences, and what comes next.'),
  ],
  es: [
    text(
      'Después de esta lección puedes\n\n- hacer algo que antes no podías\n- explicar por qué funciona\n\n## La idea\n\nEmpieza con un ejemplo conocido y después di qué muestra.',
    ),
    tip('Algo que vale la pena recordar.'),
    text('## Paso a paso\n\n1. Primero …\n2. Después …\n3. Al final …'),
    quiz('¿Qué se deduce de esto?', 'La respuesta correcta', 'Una respuesta frecuente', 'Por qué es así.'),
    text('## En resumen\n\nLa lección en dos frases, y lo que viene después.'),
  ],
};

const PRACTICE: Record<Locale, Section[]> = {
  en: [
    text('## The task\n\nWhat is to be made, and how to know that it is done.'),
    tip('A hint for whoever is stuck.'),
    text('## A solution\n\nOne way to do it, with the reasons.'),
    quiz('Does your solution hold?', 'Yes, because …', 'No, because …', 'How to tell.'),
  ],
  es: [
    text('## La tarea\n\nQué hay que hacer, y cómo saber que está terminado.'),
    tip('Una pista para quien se atasque.'),
    text('## Una solución\n\nUna forma de hacerlo, con sus razones.'),
    quiz('¿Se sostiene tu solución?', 'Sí, porque …', 'No, porque …', 'Cómo comprobarlo.'),
  ],
};

/** What a new lesson begins with: sections to be written over, in the lesson's language. */
export const sectionsOf = (template: Template, locale: Locale): Section[] =>
  template === 'empty' ? [] : (template === 'guided' ? GUIDED : PRACTICE)[locale];
