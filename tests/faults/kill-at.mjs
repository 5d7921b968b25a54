/**
 * Loaded into a process before anything else (`--import`): kills it, as a power cut does, at the moment that `KILL_AT`
 * names. So that no code of the product knows of its tests, the moments are found at its borders: statements to
 * PostgreSQL, files, threads.
 */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { Worker } from 'node:worker_threads';
import pg from 'pg';

const moment = process.env.KILL_AT;
const die = () => process.kill(process.pid, 'SIGKILL');

const fetches = (task) => (text) => text.includes(`'${task}'`) && /skip locked/i.test(text);
const ISSUES = /^insert into "certificates"/i;
const STORES = /^update "certificates" set .*"rendered_at"/i;
const SETTLES = /^update "delivery_attempts".* set .*"outcome"/i;
const COMMITS = /^commit/i;

/**
 * `before` or `after` a statement; `then`: the first of that kind after the other, on the same connection; `found`: only
 * if it gave rows.
 */
const STATEMENTS = {
  /** Of one statement and the next of the same transaction. */
  between: { when: 'after', statement: ISSUES },
  K1: { when: 'before', statement: ISSUES, then: COMMITS },
  K2: { when: 'after', statement: ISSUES, then: COMMITS },
  K3: { when: 'after', statement: { test: fetches('certificates/render') }, found: true },
  K7: { when: 'before', statement: STORES },
  'K8 before': { when: 'before', statement: STORES, then: COMMITS },
  'K8 after': { when: 'after', statement: STORES, then: COMMITS },
  K9: { when: 'after', statement: { test: fetches('deliveries/send') }, found: true },
  K13: { when: 'before', statement: SETTLES },
  K14: { when: 'after', statement: SETTLES, then: COMMITS },
};

const point = STATEMENTS[moment];
if (point) {
  const begun = new WeakSet();
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (config, ...rest) {
    const text = typeof config === 'string' ? config : (config?.text ?? '');
    let here = false;
    if (!point.then) here = point.statement.test(text);
    else if (point.statement.test(text)) begun.add(this);
    else here = begun.has(this) && point.then.test(text);
    if (!here) return query.call(this, config, ...rest);
    if (point.when === 'before') die();
    const ended = (result) => {
      if (!point.found || result?.rows?.length > 0) die();
    };
    const callback = rest.at(-1);
    if (typeof callback === 'function') {
      return query.call(this, config, ...rest.slice(0, -1), (error, result) => {
        if (!error) ended(result);
        callback(error, result);
      });
    }
    const answer = query.call(this, config, ...rest);
    if (typeof answer?.then === 'function')
      return answer.then((result) => {
        ended(result);
        return result;
      });
    return answer;
  };
}

if (moment === 'K4') {
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (...message) {
    postMessage.apply(this, message);
    setTimeout(die, 1);
  };
}

if (moment === 'K5' || moment === 'K6') {
  const { open } = fs;
  fs.open = async (file, ...rest) => {
    if (!String(file).endsWith('.part')) return open(file, ...rest);
    if (moment === 'K5') die();
    const handle = await open(file, ...rest);
    handle.writeFile = async (bytes) => {
      await handle.write(bytes, 0, Math.floor(bytes.length / 2));
      die();
    };
    return handle;
  };
  syncBuiltinESMExports();
}
