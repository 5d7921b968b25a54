import auditEntry from './audit-entry.json';
import certificate from './certificate.json';
import delivery from './delivery.json';
import signingKey from './signing-key.json';
import issueRun from './issue-run.json';
import issueRunItem from './issue-run-item.json';
import mailAttempt from './mail-attempt.json';
import picture from './picture.json';

export default {
  certificate: { schema: certificate },
  delivery: { schema: delivery },
  'signing-key': { schema: signingKey },
  'audit-entry': { schema: auditEntry },
  'issue-run': { schema: issueRun },
  'issue-run-item': { schema: issueRunItem },
  'mail-attempt': { schema: mailAttempt },
  picture: { schema: picture },
};
