export const CERTIFICATE = 'plugin::certificates.certificate';
export const SIGNING_KEY = 'plugin::certificates.signing-key';
export const AUDIT_ENTRY = 'plugin::certificates.audit-entry';
export const ISSUE_RUN = 'plugin::certificates.issue-run';
export const PICTURE = 'plugin::certificates.picture';
export const ISSUE_RUN_ITEM = 'plugin::certificates.issue-run-item';

export const TASKS = {
  render: 'certificates/render',
  issueRun: 'certificates/issue-run',
  inspectFiles: 'certificates/inspect-files',
} as const;

/** Names never change: deliveries that were written are sent by them. */
export const KINDS_OF_MAIL = {
  certificate: 'certificates/certificate',
  reminder: 'certificates/reminder',
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
