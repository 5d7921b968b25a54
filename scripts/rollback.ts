import { readArguments } from './arguments.ts';
import { main, Problem } from './problem.ts';
import { linked, releasesOf } from './releases/home.ts';
import { oneAtATime } from './releases/one-at-a-time.ts';
import { publishAssets } from './releases/publish-assets.ts';
import { readReleaseSettings } from './releases/settings.ts';
import { switchRelease } from './releases/switch-release.ts';

const USAGE = 'npm run rollback -- [--home /srv/lumino] [--to RELEASE]';

/** Lets the release before this one serve again, or any that is kept. The database stays as it is: older versions run on it. */
await main(async () => {
  const { values } = readArguments({ home: { type: 'string' }, to: { type: 'string' } }, USAGE);
  const settings = readReleaseSettings(values.home);
  const { home } = settings;
  await oneAtATime(home, async () => {
    const kept = releasesOf(home);
    const release = values.to ?? linked(home.previous);
    if (!release || !kept.includes(release))
      throw new Problem(
        release ? `There is no release ${release}.` : 'There is no release before this one.',
        `Kept are: ${kept.join(', ') || 'none'}. Usage: ${USAGE}`,
      );
    if (release === linked(home.current))
      throw new Problem(`${release} is the one that serves.`, `Kept are: ${kept.join(', ')}`);
    publishAssets(home, release);
    await switchRelease(settings, release);
  });
});
