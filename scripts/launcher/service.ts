import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, renameSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { LOGS, ROOT } from '../paths.ts';
import { Problem } from '../problem.ts';
import { forget, killGroup, remember } from './leftovers.ts';

export interface ServiceOptions {
  name: string;
  cwd?: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Whether it can be used now; asked every quarter of a second. */
  isReady(lines: string[]): Promise<boolean>;
  /** Everything it says is shown, not only what looks like trouble. */
  verbose?: boolean;
}

const READY_SECONDS = 120;
const STOP_SECONDS = 30;
const DEATHS_BEFORE_READY = 3;
const MAX_DELAY = 30;
const TROUBLE = /\b(error|fatal|unhandled|exception)\b/i;

/** A child that is started again when it ends unasked, with growing pauses; its words go to `.data/logs/<name>.log`. */
export class Service {
  readonly options: ServiceOptions;
  #child: ChildProcess | null = null;
  #log: WriteStream;
  #stopping = false;
  #delay = 1;
  #lines: string[] = [];
  #restart: NodeJS.Timeout | null = null;
  #deaths = 0;

  constructor(options: ServiceOptions) {
    this.options = options;
    mkdirSync(LOGS, { recursive: true });
    const file = path.join(LOGS, `${options.name}.log`);
    if (existsSync(file)) renameSync(file, `${file}.1`);
    this.#log = createWriteStream(file);
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(): void {
    const { command, args, cwd = '.', env = {}, name } = this.options;
    const startedAt = Date.now();
    // A group of its own: Ctrl-C in the terminal reaches the launcher alone, which then stops things in order.
    const child = spawn(command, args, {
      cwd: path.resolve(ROOT, cwd),
      env: { ...process.env, ...env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    if (child.pid) remember(name, child.pid);
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => this.#hear(line));
    child.on('error', (error) => this.#hear(`error: ${error.message}`));
    child.on('exit', (code, signal) => {
      this.#child = null;
      this.#deaths++;
      if (this.#stopping) return;
      if (Date.now() - startedAt > 60_000) this.#delay = 1;
      console.log(
        `! ${name} ended (${signal ?? `code ${code}`}); starting it again in ${this.#delay} s. Its words: .data/logs/${name}.log`,
      );
      this.#restart = setTimeout(() => this.start(), this.#delay * 1000);
      this.#delay = Math.min(MAX_DELAY, this.#delay * 2);
    });
  }

  #hear(line: string): void {
    this.#log.write(`${new Date().toISOString()} ${line}\n`);
    this.#lines.push(line);
    if (this.#lines.length > 200) this.#lines.shift();
    if (this.options.verbose || (TROUBLE.test(line) && !this.#stopping))
      console.log(`[${this.options.name}] ${line}`);
  }

  /** @throws Problem with its last words when it is not ready in time, or dies again and again before it is. */
  async ready(): Promise<void> {
    const until = Date.now() + READY_SECONDS * 1000;
    while (Date.now() < until && this.#deaths < DEATHS_BEFORE_READY && !this.#stopping) {
      if (await this.options.isReady(this.#lines).catch(() => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    if (this.#stopping) return;
    throw new Problem(
      `${this.options.name} did not get ready. It said:\n\n${this.#lines.slice(-15).join('\n')}\n`,
      `All of it is in .data/logs/${this.options.name}.log.`,
    );
  }

  /** Asks it to end; after the deadline its whole group is killed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#restart) clearTimeout(this.#restart);
    const child = this.#child;
    if (child?.pid) {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      const timer = setTimeout(() => killGroup(child.pid as number), STOP_SECONDS * 1000);
      await ended;
      clearTimeout(timer);
      killGroup(child.pid);
    }
    forget(this.options.name);
    await new Promise<void>((resolve) => this.#log.end(() => resolve()));
  }
}

/** Ready when an address answers with anything below 500. */
export const answers = (url: string) => async (): Promise<boolean> =>
  (await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2_000) })).status < 500;
