import type { DeliveryState } from '../../../shared/contracts/deliveries';

/** Where-clause: what is still to be sent. */
export const UNFINISHED = { sentAt: null, refusedAt: null, givenUpAt: null, cancelledAt: null };

interface Facts {
  sentAt?: unknown;
  refusedAt?: unknown;
  givenUpAt?: unknown;
  cancelledAt?: unknown;
  attempts: number;
}

/** The rows keep facts; what a person calls them follows. */
export const stateOf = (row: Facts): DeliveryState =>
  row.sentAt
    ? 'sent'
    : row.cancelledAt
      ? 'cancelled'
      : row.refusedAt
        ? 'refused'
        : row.givenUpAt
          ? 'given-up'
          : row.attempts > 0
            ? 'retrying'
            : 'waiting';

/** The same, asked of the database. */
export const WHERE_STATE: Record<DeliveryState, Record<string, unknown>> = {
  sent: { sentAt: { $notNull: true } },
  cancelled: { cancelledAt: { $notNull: true }, sentAt: null },
  refused: { refusedAt: { $notNull: true }, cancelledAt: null },
  'given-up': { givenUpAt: { $notNull: true }, cancelledAt: null },
  retrying: { ...UNFINISHED, attempts: { $gt: 0 } },
  waiting: { ...UNFINISHED, attempts: 0 },
};
