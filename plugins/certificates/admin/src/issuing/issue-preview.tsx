import { Button, EmptyStateLayout, Flex, Loader, Typography } from '@strapi/design-system';
import { SealCheck } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Page, useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { PREVIEW_STATES, type PreviewRow, type Subject } from '../../../shared/contracts/administration';
import { refusalReason, useAdministrationClient } from '../api/administration-client';
import { useLoaded } from '../api/use-loaded';
import { DialogText, ReasonDialog } from '../detail/reason-dialog';
import { PLUGIN_ID } from '../plugin-id';
import { useMessage, useReason } from '../translations/use-message';
import { isSelectable, PreviewTable } from './preview-table';

/** Rows of the table at once: a class of thousands is counted as a whole and shown in part. */
const SHOWN = 100;

/** Who would get the certificates of one subject; whoever qualifies is chosen at first. */
export function IssuePreview({ about }: { about: Pick<Subject, 'source' | 'kind' | 'subject'> }) {
  const message = useMessage();
  const inWords = useReason();
  const client = useAdministrationClient();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { source, kind, subject } = about;
  const loaded = useLoaded(
    useCallback(() => client.preview({ source, kind, subject }), [client, source, kind, subject]),
  );
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState(SHOWN);
  useEffect(() => {
    if (loaded.state === 'ready') setSelected(keysOf(loaded.data.filter(({ state }) => state === 'ready')));
  }, [loaded]);

  if (loaded.state === 'loading')
    return (
      <Flex justifyContent="center" padding={8}>
        <Loader>{message('preview.loading')}</Loader>
      </Flex>
    );
  if (loaded.state === 'failed') return <Page.Error />;
  const rows = loaded.data;
  if (rows.length === 0)
    return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={message('preview.none')} />;

  const toggle = (key: string) =>
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  async function start() {
    try {
      const run = await client.startRun({ source, kind, subject, recipientKeys: [...selected] });
      navigate(`/plugins/${PLUGIN_ID}/runs/${run.id}`);
    } catch (error) {
      const reason = refusalReason(error);
      toggleNotification({
        type: 'danger',
        message: reason ? message('act.refused', { reason: inWords(reason) }) : message('act.failed'),
      });
      setAsking(false);
    }
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography textColor="neutral800" aria-live="polite">
          {PREVIEW_STATES.map((state) => [state, rows.filter((row) => row.state === state).length] as const)
            .filter(([, count]) => count > 0)
            .map(([state, count]) => message(`preview.count.${state}`, { count }))
            .join(' · ')}
        </Typography>
        <Flex gap={2} wrap="wrap">
          <Button variant="tertiary" onClick={() => setSelected(keysOf(rows.filter(isSelectable)))}>
            {message('preview.all')}
          </Button>
          <Button variant="tertiary" onClick={() => setSelected(new Set())}>
            {message('preview.nobody')}
          </Button>
          <Button startIcon={<SealCheck />} disabled={selected.size === 0} onClick={() => setAsking(true)}>
            {message('issue.start', { count: selected.size })}
          </Button>
        </Flex>
      </Flex>
      <PreviewTable rows={rows.slice(0, shown)} selected={selected} onToggle={toggle} />
      {rows.length > shown && (
        <Button variant="tertiary" onClick={() => setShown(shown + 10 * SHOWN)}>
          {message('preview.more', { count: rows.length - shown })}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={message('issue.confirm.title')}
          confirm={message('issue.confirm')}
          onConfirm={start}
          onClose={() => setAsking(false)}
        >
          <DialogText>{message('issue.confirm.body', { count: selected.size })}</DialogText>
        </ReasonDialog>
      )}
    </Flex>
  );
}

const keysOf = (rows: PreviewRow[]): ReadonlySet<string> =>
  new Set(rows.map(({ recipientKey }) => recipientKey));
