import { Browser, newTally, type Tally } from './browser.ts';

export interface School {
  origin: string;
  ca: string;
  /** Students who have passed the module and have no certificate yet; each is used once. */
  candidates: string[];
  /** A student who has been here for a while. */
  student: string;
  password: string;
  module: string;
}

const VISITORS = 4;
const STUDENTS = 2;
const VISIT_MS = 120;
const REQUEST_MS = 700;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const pagesOf = (module: string): string[] => [
  ...['/', '/catalog', `/modules/${module}`, '/es/catalog', '/search?q=loops', '/sitemap.xml', '/login'],
  // Made anew each time.
  '/verify/AAAA-BBBB-CCCC',
];

/** Readers, signed-in students, and students who ask for a certificate, until they are stopped. */
export class Learners {
  readonly #school: School;
  readonly #browsers: Browser[] = [];
  readonly #loops: Promise<void>[] = [];
  #isOver = false;
  #tally: Tally = newTally();
  /** Who asked for a certificate and was told that it comes. */
  readonly requested: string[] = [];

  constructor(school: School) {
    this.#school = school;
  }

  /** From now on requests are counted anew. @returns what was counted */
  next(): Tally {
    const counted = this.#tally;
    this.#tally = newTally();
    for (const browser of this.#browsers) browser.tally = this.#tally;
    return counted;
  }

  start(): void {
    for (let at = 0; at < VISITORS; at++) this.#loops.push(this.#visit(this.#browser(`127.1.0.${at + 1}`)));
    for (let at = 0; at < STUDENTS; at++) this.#loops.push(this.#learn(this.#browser(`127.2.0.${at + 1}`)));
    this.#loops.push(this.#requestCertificates());
  }

  async stop(): Promise<Tally> {
    this.#isOver = true;
    await Promise.all(this.#loops);
    for (const browser of this.#browsers) browser.close();
    return this.#tally;
  }

  #browser(address: string): Browser {
    const browser = new Browser(this.#school.origin, this.#school.ca, address, this.#tally);
    this.#browsers.push(browser);
    return browser;
  }

  async #visit(browser: Browser): Promise<void> {
    const pages = pagesOf(this.#school.module);
    for (let at = 0; !this.#isOver; at++) {
      const page = pages[at % pages.length] as string;
      await browser.ask(page, page.startsWith('/verify/') ? [404] : [200]);
      await pause(VISIT_MS);
    }
  }

  async #signIn(browser: Browser, identifier: string): Promise<boolean> {
    const { password } = this.#school;
    return (
      (await browser.ask('/login', [303], { method: 'POST', form: { identifier, password } }))?.status === 303
    );
  }

  async #learn(browser: Browser): Promise<void> {
    const { module, student } = this.#school;
    while (!this.#isOver) {
      await this.#signIn(browser, student);
      for (const page of ['/modules', `/modules/${module}`, '/certificates', `/users/${student}`]) {
        await browser.ask(page, [200]);
        await pause(VISIT_MS);
      }
      await browser.ask('/logout', [303], { method: 'POST', form: { from: 'here' } });
      await pause(VISIT_MS);
    }
  }

  async #requestCertificates(): Promise<void> {
    const { candidates, module } = this.#school;
    for (let at = 0; !this.#isOver && at < candidates.length; at++) {
      const candidate = candidates[at] as string;
      const browser = this.#browser(`127.3.${at >> 8}.${at & 255}`);
      if (await this.#signIn(browser, candidate)) {
        const answer = await browser.ask(`/modules/${module}/certificate`, [303], {
          method: 'POST',
          form: { from: 'here' },
        });
        const page = answer?.status === 303 ? await browser.ask(`/modules/${module}`, [200]) : null;
        if (page?.body.includes(`${candidate}@students.example`)) this.requested.push(candidate);
        else if (page) this.#tally.failed.push(`${candidate} was not told that the certificate comes`);
      }
      browser.close();
      await pause(REQUEST_MS);
    }
  }
}
