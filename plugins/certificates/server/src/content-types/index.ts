import auditEntry from './audit-entry.json';
import certificate from './certificate.json';
import signingKey from './signing-key.json';
import issueRun from './issue-run.json';
import issueRunItem from './issue-run-item.json';
import picture from './picture.json';

export default {
  certificate: { schema: certificate },
  'signing-key': { schema: signingKey },
  'audit-entry': { schema: auditEntry },
  'issue-run': { schema: issueRun },
  'issue-run-item': { schema: issueRunItem },
  picture: { schema: picture },
};
