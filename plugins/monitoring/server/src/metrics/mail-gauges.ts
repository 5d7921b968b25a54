import type { Registry } from 'prom-client';
import type { Patience } from '../kept-answer';
import { addReadGauges } from './read-gauges';

/** A plugin `deliveries` gives this as `service('ledger').health()`. */
export interface MailHealth {
  down: boolean;
  waiting: number;
}

export function addMailGauges(
  registry: Registry,
  health: () => Promise<MailHealth>,
  patience?: Patience,
): void {
  addReadGauges(
    registry,
    health,
    [
      {
        name: 'lumino_mail_down',
        help: '1 while the mail server takes nothing, 0 while it does.',
        samples: ({ down }) => [{ value: down ? 1 : 0 }],
      },
      {
        name: 'lumino_mail_waiting',
        help: 'Mails that are not sent yet.',
        samples: ({ waiting }) => [{ value: waiting }],
      },
    ],
    patience,
  );
}
