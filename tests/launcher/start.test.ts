import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, occupyPort } from '../../scripts/testing/free-port.ts';
import {
  answersOn,
  interrupt,
  launcherPid,
  newPlace,
  removePlace,
  start,
  type Environment,
} from './launch.ts';

let place: Environment;
beforeAll(async () => {
  place = await newPlace();
});
afterAll(() => removePlace(place));

const ports = () => ['INBOX_PORT', 'PG_PORT'].map((name) => place[name] as string);

describe('npm start', () => {
  it('stops everything at Ctrl-C and ends well', async () => {
    const lumino = start(place);
    await lumino.says('Ready after');
    expect(await Promise.all(ports().map(answersOn))).toEqual([true, true]);
    interrupt(lumino);
    expect(await lumino.ended).toBe(0);
    expect(lumino.said()).toContain('Everything has stopped.');
    expect(await Promise.all(ports().map(answersOn))).toEqual([false, false]);
  });

  it('refuses to run twice at the same time, and says who runs', async () => {
    const first = start(place);
    await first.says('Ready after');
    const second = start(place);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Lumino is running here already (process ${launcherPid(place)}).`);
    expect(await answersOn(place.INBOX_PORT as string)).toBe(true);
    interrupt(first);
    expect(await first.ended).toBe(0);
  });

  it('lets one of two win that are started in the same moment', async () => {
    const both = [start(place), start(place)];
    const loser = await Promise.race(both.map(({ ended }, index) => ended.then(() => index)));
    expect(await both[loser]?.ended).toBe(1);
    expect(both[loser]?.said()).toContain('Lumino is running here already');
    const winner = both[1 - loser];
    await winner?.says('Ready after');
    if (winner) interrupt(winner);
    expect(await winner?.ended).toBe(0);
  });

  it('cleans up after a launcher that was killed, and starts again', async () => {
    const killed = start(place);
    await killed.says('Ready after');
    process.kill(launcherPid(place), 'SIGKILL');
    await killed.ended;
    expect(await Promise.all(ports().map(answersOn))).toEqual([true, true]);

    const next = start(place);
    await next.says('Ready after');
    expect(next.said()).toContain('Ended what a killed start had left running: inbox');
    interrupt(next);
    expect(await next.ended).toBe(0);
    expect(await Promise.all(ports().map(answersOn))).toEqual([false, false]);
  });

  it('names the port that is in use, by whom, and the setting that changes it', async () => {
    const { port, server } = await occupyPort();
    const lumino = start({ ...place, INBOX_PORT: String(port) });
    expect(await lumino.ended).toBe(1);
    server.close();
    expect(lumino.said()).toContain(`Port ${port}, for the inbox (INBOX_PORT), is in use`);
    if (process.platform === 'linux') expect(lumino.said()).toContain(`by process ${process.pid}`);
    expect(await answersOn(place.PG_PORT as string)).toBe(false);
  });

  it('names the line of .env that is no setting, and leaves the file as it is', async () => {
    const file = path.join(place.LUMINO_DATA_DIR as string, 'broken.env');
    writeFileSync(file, 'CMS_PORT=1337\nthis is no setting\n');
    const lumino = start({ ...place, LUMINO_ENV_FILE: file });
    expect(await lumino.ended).toBe(1);
    expect(lumino.said()).toContain('broken.env, line 2, is no setting: "this is no setting"');
  });

  it('says that a database refuses, without its password', async () => {
    const port = await freePort();
    const lumino = start({
      ...place,
      DATABASE_URL: `postgres://lumino:very-secret@127.0.0.1:${port}/lumino`,
    });
    expect(await lumino.ended).toBe(1);
    expect(lumino.said()).toContain(`The database postgres://lumino:…@127.0.0.1:${port}/lumino refuses`);
    expect(lumino.said()).toContain('Nothing listens there');
    expect(lumino.said()).not.toContain('very-secret');
  });
});
