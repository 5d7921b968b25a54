import { installApart } from '../../install-apart.ts';

/** Installs what Lumino is compared with, in the versions of the lock file. @throws Problem with npm's words. */
export const installCompetitors = (): Promise<void> =>
  installApart(import.meta.dirname, {
    ...{ what: 'what is compared with', megabytes: 110 },
    cure: 'Lumino’s own rows need none of it: npm run bench -- certificates --only ours',
  });
