export const CERTIFICATE = 'plugin::certificates.certificate';
export const DELIVERY = 'plugin::certificates.delivery';
export const SIGNING_KEY = 'plugin::certificates.signing-key';
export const MAIL_ATTEMPT = 'plugin::certificates.mail-attempt';
export const AUDIT_ENTRY = 'plugin::certificates.audit-entry';
export const ISSUE_RUN = 'plugin::certificates.issue-run';
export const PICTURE = 'plugin::certificates.picture';
export const ISSUE_RUN_ITEM = 'plugin::certificates.issue-run-item';

export const TASKS = {
  render: 'certificates/render',
  deliver: 'certificates/deliver',
  issueRun: 'certificates/issue-run',
} as const;

/** Among jobs of the same kind: what somebody waits for goes before what was issued by the hundred. */
export const BULK_PRIORITY = -10;

/** Names never change: webhooks and listeners depend on them. */
export const EVENTS = {
  issue: 'certificate.issue',
  render: 'certificate.render',
  deliver: 'certificate.deliver',
  revoke: 'certificate.revoke',
} as const;
