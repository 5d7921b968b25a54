import path from 'node:path';
import { checkFront, checkSlots } from './health.ts';
import { awaitFront, pointFront, tellPrometheus } from './front.ts';
import { linked, readServing, relink, writeServing, type Colour } from './home.ts';
import { runCommand } from './run-command.ts';
import type { ReleaseSettings } from './settings.ts';
import { fillSlots, KINDS, slotsOf, unitOf, type Slot } from './slots.ts';

/** Within which nginx takes another configuration. */
const RELOAD_MS = 15_000;
const BACK_MS = 3_000;

/**
 * Lets a release serve in place of the one that does: its processes are started beside the others and asked whether they are well;
 * then nginx is pointed to them, asked again, and only then the others end, answering what they have. Whatever goes wrong before that
 * leaves the old ones serving as if nothing had been.
 *
 * @throws Problem that says what was not well
 */
export async function switchRelease(
  settings: ReleaseSettings,
  release: string,
  say: (line: string) => void = console.log,
): Promise<void> {
  const { home } = settings;
  const before = readServing(home);
  const colour: Colour = before?.colour === 'blue' ? 'green' : 'blue';
  const slots = slotsOf(settings, colour);
  const names = slots.map(({ name }) => name);
  const systemctl = (verb: string, kind: (typeof KINDS)[number], of: string[]) =>
    runCommand(
      [...settings.DEPLOY_SYSTEMCTL, verb, ...of.map((name) => unitOf(settings, kind, name))],
      `systemctl ${verb} of ${kind}`,
    );
  const all = async (verb: string, of: string[]) => {
    // The order in which one needs the other, and back.
    for (const kind of verb === 'stop' ? (['site', 'cms', 'worker'] as const) : KINDS)
      await systemctl(verb, kind, of);
  };

  fillSlots(settings, slots, release);
  try {
    await all('start', names);
    await checkSlots(slots);
    say(`✓ ${release} runs and is well (${colour})`);
  } catch (error) {
    await all('stop', names).catch(() => {});
    throw error;
  }
  const old = before ? slotsNamed(settings, before.colour, before.slots) : null;
  try {
    await pointFront(settings, slots, release);
    await awaitFront(settings.DEPLOY_FRONT, release, RELOAD_MS);
    await checkFront(settings.DEPLOY_FRONT);
  } catch (error) {
    if (before && old) {
      await pointFront(settings, old, before.release);
      // Where nobody can say whether it has been taken, it has been by then.
      await awaitFront(settings.DEPLOY_FRONT, before.release, BACK_MS).catch(() => {});
    }
    await all('stop', names).catch(() => {});
    throw error;
  }

  const last = linked(home.current);
  if (last && last !== release) relink(home.previous, path.join(home.releases, last));
  relink(home.current, path.join(home.releases, release));
  writeServing(home, { release, colour, slots: names, since: new Date().toISOString() });
  tellPrometheus(home, slots);
  say(`✓ ${release} serves`);
  await all('enable', names);
  if (before) {
    await all('disable', before.slots);
    await all('stop', before.slots);
    say(`✓ ${before.release} has ended`);
  }
}

/** Those of a colour as they were started, were there more of them or fewer than now. */
const slotsNamed = (settings: ReleaseSettings, colour: Colour, names: string[]): Slot[] =>
  slotsOf({ ...settings, DEPLOY_PROCESSES: names.length }, colour);
