import { statSync } from 'node:fs';
import path from 'node:path';
import { readArguments } from './arguments.ts';
import { drawingFonts } from './demo/pictures.ts';
import { main, Problem } from './problem.ts';
import { createProgress } from './progress.ts';
import { withStrapi } from './strapi/with-strapi.ts';

const USAGE =
  'npm run import -- <folder> --code WEB --teacher teacher@example.com [--locale en] [--origin https://www.example.com]';

/** A folder of Markdown becomes a module with lessons; a second run updates in place (X6). */
await main(async () => {
  const { values, positionals } = readArguments(
    {
      code: { type: 'string' },
      teacher: { type: 'string' },
      locale: { type: 'string', default: 'en' },
      origin: { type: 'string' },
    },
    USAGE,
    true,
  );
  const { code, teacher, locale, origin } = values;
  if (positionals.length !== 1 || !code || !teacher)
    throw new Problem('A folder, a code and a teacher are needed.', `Usage: ${USAGE}`);
  if (!/^[A-Z0-9-]{2,12}$/.test(code))
    throw new Problem(
      `"${code}" is no module code.`,
      'A code has 2 to 12 capital letters, digits or dashes, for example WEB.',
    );
  if (locale !== 'en' && locale !== 'es')
    throw new Problem(`"${locale}" is no language of Lumino.`, 'Use --locale en or --locale es.');
  if (origin !== undefined && !/^https?:$/.test(URL.parse(origin)?.protocol ?? ''))
    throw new Problem(
      `"${origin}" is no address of a site.`,
      'Use --origin https://www.example.com, the site this course was part of.',
    );
  // The person typed the folder where they stand, which is not where npm runs this.
  const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0] ?? '');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Problem(`There is no folder ${folder}.`, `Usage: ${USAGE}`);

  await withStrapi(async (strapi) => {
    const user = await strapi.db.query('admin::user').findOne({ where: { email: teacher.toLowerCase() } });
    const profile =
      user &&
      (await strapi.db
        .query('api::teacher-profile.teacher-profile' as never)
        .findOne({ where: { adminUserKey: String(user.id) } }));
    if (!profile)
      throw new Problem(
        `There is no teacher with the address ${teacher}.`,
        '`npm run show-users` lists them; a teacher has an admin account and a teacher profile.',
      );
    const progress = createProgress(`Importing ${code}`);
    const courses = strapi.service('api::module.course-import' as never);
    const report = await courses
      .import({
        folder,
        code,
        locale,
        teacherId: profile.documentId,
        fonts: drawingFonts(),
        origin,
        onProgress: progress.at,
      })
      .catch((error: Error) => {
        throw new Problem(error.message, 'Nothing was written. Correct it and run the import again.');
      });
    progress.done(`${report.created} lessons new, ${report.updated} updated, ${report.unchanged} unchanged`);
    for (const slug of report.notInFolder)
      console.log(`  ${slug} is not in the folder; it was left as it is.`);
    for (const problem of report.problems) console.log(`  ! ${courses.sentenceOf(problem)}`);
    console.log(`  ${process.env.SITE_URL}/modules/${code}`);
  });
});
