import { main, Problem } from './problem.ts';
import { withStrapi } from './strapi/with-strapi.ts';

const PURPOSES = ['credential', 'pdf'];

/** `npm run rotate-key -- credential`: a new key signs from now on; what the old ones signed stays valid (P11). */
await main(async () => {
  const [purpose = ''] = process.argv.slice(2);
  if (!PURPOSES.includes(purpose))
    throw new Problem('It has to be said which key.', `Usage: npm run rotate-key -- ${PURPOSES.join(' | ')}`);
  await withStrapi((strapi) => strapi.plugin('certificates').service('signing').rotate(purpose));
  console.log(`✓ A new ${purpose} key signs from now on; what was signed before stays valid.`);
});
