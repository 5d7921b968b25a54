import { Problem } from '../problem.ts';
import type { Slot } from './slots.ts';

const TIMEOUT_MS = 10_000;

interface Expected {
  url: string;
  /** What stands in the answer of one that is well. */
  says: string;
}

/** @throws Problem that names what was asked and what came */
async function expectWell({ url, says }: Expected): Promise<void> {
  let found: string;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'manual' });
    const body = await response.text();
    if (response.status === 200 && body.includes(says)) return;
    found = `status ${response.status}${response.status === 200 ? `, without "${says}"` : ''}`;
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error };
    found = cause?.message ?? message;
  }
  throw new Problem(`${url} is not well: ${found}.`, 'Its journal says why: journalctl -u "*@<slot>".');
}

/** That the process says it is ready; the first page and the catalogue, in each language; a form. */
const ofSite = (base: string): Expected[] => [
  { url: `${base}/_health/ready`, says: '"ready":true' },
  ...['/', '/es', '/catalog', '/es/catalog'].map((page) => ({ url: base + page, says: '</html>' })),
  { url: `${base}/login`, says: '<form' },
];

/** Asks each process by itself, before anybody else does. @throws Problem */
export async function checkSlots(slots: Slot[]): Promise<void> {
  const expected = slots.flatMap(({ cms, site, workerMonitoring }) => [
    { url: `http://127.0.0.1:${cms}/_health/ready`, says: '"ready":true' },
    { url: `http://127.0.0.1:${cms}/admin`, says: '</html>' },
    ...ofSite(`http://127.0.0.1:${site}`),
    { url: `http://127.0.0.1:${workerMonitoring}/_health/ready`, says: '"ready":true' },
  ]);
  for (const one of expected) await expectWell(one);
}

const ROUNDS = 5;
const PAUSE_MS = 500;

/** Asks through nginx, several times, so that each process has its turn. @throws Problem */
export async function checkFront(front: string): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    await expectWell({ url: `${front}/_health/ready`, says: '"ready":true' });
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
