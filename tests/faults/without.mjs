/**
 * Loaded into a process before anything else (`--import`): takes the safeguard away that `WITHOUT` names, for the negative
 * controls. Found at the product's borders, as in `kill-at.mjs`, so that no code of the product knows of its tests.
 */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { Worker } from 'node:worker_threads';
import pg from 'pg';

/** Every statement stands alone: what was written before a crash stays, whatever belongs to it. */
function transactions() {
  const { query } = pg.Client.prototype;
  const nothing = 'select 1';
  const about = /^\s*(begin|commit|rollback|savepoint|release)\b/i;
  pg.Client.prototype.query = function (config, ...rest) {
    if (typeof config === 'string' && about.test(config)) return query.call(this, nothing, ...rest);
    if (about.test(config?.text ?? '')) config.text = nothing;
    return query.call(this, config, ...rest);
  };
}

/** The clock's threads keep the time, and nobody hears them: nothing is reconciled or swept. */
function clock() {
  const { emit } = Worker.prototype;
  Worker.prototype.emit = function (name, ...values) {
    return name === 'message' && values[0] === 'tick' ? true : emit.call(this, name, ...values);
  };
}

/** The power goes while a file is copied to its name, instead of being there at once. */
function rename() {
  fs.rename = async (from, to) => {
    const bytes = await fs.readFile(from);
    await fs.writeFile(to, bytes.subarray(0, bytes.length / 2));
    process.kill(process.pid, 'SIGKILL');
  };
  syncBuiltinESMExports();
}

({ transactions, clock, rename })[process.env.WITHOUT]();
