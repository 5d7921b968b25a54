/** One action of the admin's roles for each verb; the server asks for it on each route, and for the certificate besides. */
export const ACTIONS = {
  read: 'plugin::certificates.read',
  issue: 'plugin::certificates.issue',
  resend: 'plugin::certificates.resend',
  revoke: 'plugin::certificates.revoke',
  correct: 'plugin::certificates.correct',
  export: 'plugin::certificates.export',
  settings: 'plugin::certificates.settings',
} as const;

export type Verb = keyof typeof ACTIONS;
export const VERBS = Object.keys(ACTIONS) as Verb[];
