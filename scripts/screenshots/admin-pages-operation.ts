import type { Page } from '@playwright/test';
import type { AdminPage } from './admin-pages.ts';
import { answerInstead } from './answer-instead.ts';

const openFirst = (page: Page) => page.locator('main table a, main [role=grid] a').first().click();
const HOUR_MS = 3_600_000;
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString();

/** As if an endpoint of the admin said something else, on a page that is then opened anew. */
const instead =
  (address: string, change: (data: any) => unknown) =>
  async (page: Page): Promise<void> => {
    await answerInstead(page, address, change);
    await page.reload();
  };

const SERVER_AWAY = {
  downSince: ago(2),
  nextTryAt: ago(-0.05),
  answer: 'connect ECONNREFUSED 127.0.0.1:1025',
};
const mailAway = instead('**/deliveries/summary*', (summary) => ({
  ...summary,
  ...{ server: SERVER_AWAY, waiting: 48, oldestWaitingSeconds: 7200, refused: 2, givenUp: 1 },
}));

/** What each line of the status says when it is at its worst. */
const WORST: Record<string, number | null> = {
  database: null,
  worker: null,
  oldestJob: 5400,
  deadLetters: 2,
  hold: 2,
  mail: 48,
  backup: 3 * 86_400,
  drill: null,
  disk: 0.03,
  tls: 4 * 86_400,
};
const everythingWrong = instead('**/monitoring/status*', ({ at, lines }) => ({
  at,
  lines: lines.map((line: { subject: string }) => ({
    ...line,
    verdict: line.subject === 'drill' ? 'warning' : 'bad',
    value: WORST[line.subject] ?? null,
  })),
}));

const workGivenUp = instead('**/deliveries/background-work', ({ tasks }) => ({
  tasks: tasks.map((task: object, index: number) =>
    index > 1 ? task : { ...task, ready: 12, active: 2, retrying: 3, dead: 1, oldestReadySeconds: 5400 },
  ),
  letters: [
    {
      id: 'a',
      task: 'certificates/render',
      key: 'k3n4ptfzqk9bv0x9ssn2l7dh',
      reason: 'The process that did this work ended five times in a row.',
      failedAt: ago(3),
      tries: 5,
    },
    {
      id: 'b',
      task: 'deliveries/send',
      key: null,
      reason: 'ENOSPC: no space left on device, write',
      failedAt: ago(30),
      tries: 40,
    },
  ],
}));

export const OPERATION_PAGES: AdminPage[] = [
  { name: 'deliveries', as: 'registrar', path: 'plugins/deliveries' },
  { name: 'deliveries-server-away', as: 'administrator', path: 'plugins/deliveries', act: mailAway },
  { name: 'deliveries-none-found', as: 'registrar', path: 'plugins/deliveries?state=given-up' },
  { name: 'deliveries-one', as: 'registrar', path: 'plugins/deliveries', act: openFirst },
  {
    name: 'deliveries-readdress',
    as: 'registrar',
    path: 'plugins/deliveries?state=sent',
    act: async (page) => {
      await openFirst(page);
      await page.getByRole('button', { name: /^(Change address|Cambiar)/ }).click();
    },
  },
  { name: 'deliveries-work', as: 'administrator', path: 'plugins/deliveries/work' },
  {
    name: 'deliveries-work-given-up',
    as: 'administrator',
    path: 'plugins/deliveries/work',
    act: workGivenUp,
  },
  { name: 'home-in-trouble', as: 'administrator', path: '', act: mailAway },
  { name: 'status', as: 'administrator', path: 'plugins/monitoring' },
  { name: 'status-in-trouble', as: 'administrator', path: 'plugins/monitoring', act: everythingWrong },
];
