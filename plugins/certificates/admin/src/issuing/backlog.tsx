import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { BacklogSubject } from '../../../shared/contracts/administration';
import { refusalReason, useAdministrationClient } from '../api/administration-client';
import { Panel } from '../detail/panel';
import { DialogText, ReasonDialog } from '../detail/reason-dialog';
import { PLUGIN_ID } from '../plugin-id';
import { useMessage, useReason } from '../translations/use-message';
import { BacklogTable } from './backlog-table';

/** Over old data: who qualifies and never got a certificate, for every module; then a run for all of them. */
export function Backlog() {
  const message = useMessage();
  const inWords = useReason();
  const client = useAdministrationClient();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [found, setFound] = useState<BacklogSubject[] | 'loading' | null>(null);
  const [asking, setAsking] = useState(false);
  const subjects = Array.isArray(found) ? found : [];
  const count = subjects.reduce((sum, { ready }) => sum + ready, 0);

  const tell = (error: unknown) => {
    const reason = refusalReason(error);
    toggleNotification({
      type: 'danger',
      message: reason ? message('act.refused', { reason: inWords(reason) }) : message('act.failed'),
    });
  };
  async function look() {
    setFound('loading');
    try {
      setFound(await client.backlog());
    } catch (error) {
      tell(error);
      setFound(null);
    }
  }
  async function start() {
    try {
      const run = await client.startRun({ kind: 'module', subject: null, recipientKeys: 'everybody' });
      navigate(`/plugins/${PLUGIN_ID}/runs/${run.id}`);
    } catch (error) {
      tell(error);
      setAsking(false);
    }
  }

  return (
    <Panel title={message('backlog.title')}>
      <Typography textColor="neutral800">{message('backlog.lead')}</Typography>
      <Flex gap={2} wrap="wrap" aria-live="polite">
        {found === 'loading' ? (
          <Loader small>{message('backlog.loading')}</Loader>
        ) : (
          <Button variant="secondary" onClick={() => void look()}>
            {message('backlog.look')}
          </Button>
        )}
        {count > 0 && <Button onClick={() => setAsking(true)}>{message('issue.start', { count })}</Button>}
        {Array.isArray(found) && count === 0 && (
          <Typography textColor="neutral800">{message('backlog.none')}</Typography>
        )}
      </Flex>
      {subjects.length > 0 && <BacklogTable subjects={subjects} />}
      {asking && (
        <ReasonDialog
          title={message('issue.confirm.title')}
          confirm={message('issue.confirm')}
          onConfirm={start}
          onClose={() => setAsking(false)}
        >
          <DialogText>{message('issue.confirm.body', { count })}</DialogText>
        </ReasonDialog>
      )}
    </Panel>
  );
}
