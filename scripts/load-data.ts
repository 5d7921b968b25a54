import { readArguments } from './arguments.ts';
import { loadCertificates } from './demo/certificates.ts';
import { loadCourses } from './demo/courses.ts';
import { loadMarks } from './demo/marks.ts';
import { loadPeople, readPeople } from './demo/people.ts';
import { openPictureStore } from './demo/pictures.ts';
import { reset } from './demo/reset.ts';
import { main, Problem } from './problem.ts';
import { withStrapi } from './strapi/with-strapi.ts';

const USAGE = 'npm run load-data -- [--database NAME] [--if-empty]';

/** Replaces everything by the demo school (X4). */
await main(async () => {
  const { values } = readArguments({ database: { type: 'string' }, 'if-empty': { type: 'boolean' } }, USAGE);
  const ownDatabase = Boolean(process.env.LUMINO_EMBEDDED_DATABASE);
  await withStrapi(async (strapi, settings) => {
    if (values['if-empty'] && (await strapi.db.query('api::module.module' as never).count()) > 0) return;
    const { rows } = await strapi.db.connection.raw('select current_database() as name');
    const name: string = rows[0].name;
    const isOurs = settings.DATABASE_URL === '' || ownDatabase;
    if (values.database !== undefined ? values.database !== name : !isOurs && !values['if-empty']) {
      throw new Problem(
        values.database === undefined
          ? `This deletes everything in the database "${name}", which is not the one Lumino made for trying things out.`
          : `You named the database "${values.database}", but this is "${name}".`,
        `If that is what you want: npm run load-data -- --database ${name}`,
      );
    }
    await reset(strapi);
    const people = readPeople();
    const pictures = openPictureStore(strapi);
    const { teachers, students } = await loadPeople(strapi, people, pictures);
    console.log(
      `✓ People: ${teachers.size} teachers, ${students.size} students, an editor, a registrar and an administrator`,
    );
    const modules = await loadCourses(strapi, teachers, pictures);
    await loadMarks(strapi, people, modules, students);
    await loadCertificates(strapi, people, modules, students);
    if (!values['if-empty'])
      console.log(`\nEverybody's password is ${people.password}; \`npm run show-users\` lists them.`);
  });
});
