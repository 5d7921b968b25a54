export const VERBS = ['read', 'resend', 'cancel', 'readdress'] as const;
export type Verb = (typeof VERBS)[number];

export const ACTIONS: Record<Verb, string> = {
  read: 'plugin::deliveries.read',
  resend: 'plugin::deliveries.resend',
  cancel: 'plugin::deliveries.cancel',
  readdress: 'plugin::deliveries.readdress',
};
