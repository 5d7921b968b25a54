export const DELIVERY = 'plugin::deliveries.delivery';
export const ATTEMPT = 'plugin::deliveries.attempt';
export const AUDIT_ENTRY = 'plugin::deliveries.audit-entry';
export const MAIL_SERVER = 'plugin::deliveries.mail-server';

export const SEND_TASK = 'deliveries/send';

/** Among mails that wait: higher goes first. */
export const PRIORITY = {
  /** Somebody sits before the screen and waits for it: a new password. */
  urgent: 10,
  usual: 0,
  /** What goes out by the hundred. */
  bulk: -10,
} as const;

/** `node:diagnostics_channel`: one message for each attempt, `{ outcome, milliseconds }`, for whoever measures. */
export const ATTEMPT_CHANNEL = 'lumino:deliveries:attempt';
