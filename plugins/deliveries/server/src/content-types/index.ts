import attempt from './attempt.json';
import auditEntry from './audit-entry.json';
import delivery from './delivery.json';
import mailServer from './mail-server.json';

export default {
  delivery: { schema: delivery },
  attempt: { schema: attempt },
  'audit-entry': { schema: auditEntry },
  'mail-server': { schema: mailServer },
};
