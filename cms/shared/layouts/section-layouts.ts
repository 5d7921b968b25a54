import type { ContentLayout } from './layout';

/** What lessons are made of. */
export const sectionLayouts: ContentLayout[] = [
  {
    uid: 'lesson.text',
    fields: {
      body: {
        en: ['Text', 'Markdown; a link to another lesson of the module is its address'],
        es: ['Texto', 'Markdown; un enlace a otra lección del módulo es su dirección'],
      },
    },
    edit: [[['body', 12]]],
  },
  {
    uid: 'lesson.image',
    title: 'alternative',
    fields: {
      picture: { en: ['Picture'], es: ['Imagen'] },
      alternative: {
        en: ['Alternative text', 'What the picture says, for whoever does not see it'],
        es: ['Texto alternativo', 'Lo que dice la imagen, para quien no la ve'],
      },
      caption: { en: ['Caption', 'Shown below'], es: ['Pie', 'Se muestra debajo'] },
    },
    edit: [
      [['picture', 12]],
      [
        ['alternative', 6],
        ['caption', 6],
      ],
    ],
  },
  {
    uid: 'lesson.video',
    title: 'title',
    fields: {
      title: { en: ['Title'], es: ['Título'] },
      file: { en: ['File', 'MP4 or WebM'], es: ['Archivo', 'MP4 o WebM'] },
      url: {
        en: ['Address', 'Of a page of YouTube, Vimeo or PeerTube, where there is no file'],
        es: ['Dirección', 'De una página de YouTube, Vimeo o PeerTube, si no hay archivo'],
      },
    },
    edit: [
      [['title', 12]],
      [
        ['file', 6],
        ['url', 6],
      ],
    ],
  },
  {
    uid: 'lesson.code',
    title: 'title',
    fields: {
      title: { en: ['Title', 'For example a file name'], es: ['Título', 'Por ejemplo un nombre de archivo'] },
      language: {
        en: ['Language', 'For its colours: python, html, sql …'],
        es: ['Lenguaje', 'Para sus colores: python, html, sql …'],
      },
      code: { en: ['Code'], es: ['Código'] },
    },
    edit: [
      [
        ['title', 8],
        ['language', 4],
      ],
      [['code', 12]],
    ],
  },
  {
    uid: 'lesson.callout',
    title: 'title',
    fields: {
      tone: { en: ['Kind'], es: ['Tipo'] },
      title: { en: ['Title', 'Empty: the kind'], es: ['Título', 'Vacío: el tipo'] },
      body: { en: ['Text'], es: ['Texto'] },
    },
    edit: [
      [
        ['tone', 4],
        ['title', 8],
      ],
      [['body', 12]],
    ],
  },
  {
    uid: 'lesson.attachments',
    fields: {
      files: {
        en: ['Files', 'Their captions are what readers see'],
        es: ['Archivos', 'Sus leyendas son lo que se lee'],
      },
    },
    edit: [[['files', 12]]],
  },
  {
    uid: 'lesson.quiz',
    fields: { questions: { en: ['Questions'], es: ['Preguntas'] } },
    edit: [[['questions', 12]]],
  },
  {
    uid: 'lesson.quiz-question',
    title: 'question',
    fields: {
      question: { en: ['Question'], es: ['Pregunta'] },
      options: {
        en: ['Answers', 'At least one right and one wrong'],
        es: ['Respuestas', 'Al menos una correcta y una incorrecta'],
      },
      explanation: {
        en: ['Explanation', 'Shown after answering'],
        es: ['Explicación', 'Se muestra después de responder'],
      },
    },
    edit: [[['question', 12]], [['options', 12]], [['explanation', 12]]],
  },
  {
    uid: 'lesson.quiz-option',
    title: 'text',
    fields: {
      text: { en: ['Answer'], es: ['Respuesta'] },
      correct: { en: ['Right'], es: ['Correcta'] },
    },
    edit: [
      [
        ['text', 8],
        ['correct', 4],
      ],
    ],
  },
];
