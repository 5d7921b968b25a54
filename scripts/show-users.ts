import { main } from './problem.ts';
import { withStrapi } from './strapi/with-strapi.ts';

/** Lists who can sign in, and where. */
await main(() =>
  withStrapi(async (strapi) => {
    const admins = await strapi.db
      .query('admin::user')
      .findMany({ populate: ['roles'], orderBy: { email: 'asc' } });
    const students = await strapi.db
      .query('plugin::users-permissions.user')
      .findMany({ orderBy: { username: 'asc' } });
    console.log('In the admin:');
    for (const { email, firstname, lastname, roles } of admins) {
      console.log(
        `  ${email.padEnd(36)} ${`${firstname ?? ''} ${lastname ?? ''}`.trim().padEnd(26)} ${roles.map((role: { name: string }) => role.name).join(', ')}`,
      );
    }
    console.log('\nOn the site:');
    for (const { username, email, firstName, lastName } of students) {
      console.log(`  ${username.padEnd(16)} ${`${firstName} ${lastName}`.padEnd(32)} ${email}`);
    }
  }),
);
