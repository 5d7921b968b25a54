import {
  as,
  at,
  defineTemplate,
  fitted,
  h,
  INK,
  paper,
  proof,
  proofCode,
  QUIET,
  rule,
  sheetOf,
  signatures,
  titled,
  z,
} from '@lumino/strapi-plugin-certificates/templates';

const MARGIN = 72;
const POINTS_PER_MM = 72 / 25.4;

const WORDS = {
  en: {
    title: 'Confirmation of attendance',
    we: 'We confirm that',
    took: 'took part in the module',
  },
  es: {
    title: 'Constancia de asistencia',
    we: 'Hacemos constar que',
    took: 'participó en el módulo',
  },
};

/**
 * For printing on a school's headed paper: black alone, no logo, and room at the top for what is printed there already. It
 * tells no mark, so a student can hand it to an employer.
 */
export const attendanceTemplate = defineTemplate({
  key: 'attendance',
  version: 1,
  name: { en: 'Attendance, on headed paper', es: 'Asistencia, en papel membretado' },
  kinds: ['module'],
  schema: z.strictObject({
    paper,
    letterhead: z
      .int()
      .min(20)
      .max(90)
      .default(50)
      .meta(titled('Height of the letterhead (mm)', 'Altura del membrete (mm)')),
  }),
  pages(snapshot, options) {
    const { width, height } = sheetOf(options.paper, 'portrait');
    const inner = width - 2 * MARGIN;
    const top = options.letterhead * POINTS_PER_MM;
    const words = WORDS[snapshot.language.startsWith('es') ? 'es' : 'en'];
    const [taken] = snapshot.achievements;
    const line = (content: string, size: number, font: 'text' | 'textBold' | 'display', color = INK) =>
      fitted(
        content,
        { width: inner, height: size * 2.4, largest: size, oneLineFrom: size * 0.7, lineHeight: 1.2 },
        { font, color, align: 'flex-start' },
      );
    const signed = signatures(snapshot, MARGIN, height - 190, inner);
    return [
      {
        width,
        height,
        tree: h(
          { width, height, position: 'relative' },
          at(MARGIN, top, inner, as('H1', line(words.title, 28, 'display'))),
          at(MARGIN, top + 84, inner, line(words.we, 11, 'text', QUIET)),
          at(MARGIN, top + 104, inner, as('H2', line(snapshot.recipient.name, 22, 'textBold'))),
          at(MARGIN, top + 166, inner, line(words.took, 11, 'text', QUIET)),
          at(
            MARGIN,
            top + 186,
            inner,
            as('H2', line(`${taken?.name ?? ''} (${taken?.code ?? ''})`, 16, 'textBold')),
          ),
          at(MARGIN, height - 190, inner, signed.tree),
          at(MARGIN, height - 132, inner, proof(snapshot, inner), { height: 76, justifyContent: 'flex-end' }),
        ),
        art: [
          rule(MARGIN, top + 70, 48, INK, 1.5),
          ...signed.art,
          proofCode(snapshot, width - MARGIN, height - 56),
        ],
      },
    ];
  },
});
