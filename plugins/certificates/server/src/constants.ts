export const CERTIFICATE = 'plugin::certificates.certificate';
export const DELIVERY = 'plugin::certificates.delivery';
export const SIGNING_KEY = 'plugin::certificates.signing-key';

export const TASKS = { render: 'certificates/render', deliver: 'certificates/deliver' } as const;

/** Names never change: webhooks and listeners depend on them. */
export const EVENTS = {
  issue: 'certificate.issue',
  render: 'certificate.render',
  deliver: 'certificate.deliver',
  revoke: 'certificate.revoke',
} as const;
