import {
  Button,
  Flex,
  Link,
  Status,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { ArrowLeft, Play, Stop } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { NavLink, useParams } from 'react-router-dom';
import type { Run } from '../../../shared/contracts/administration';
import { refusalReason, useAdministrationClient } from '../api/administration-client';
import { useLoaded } from '../api/use-loaded';
import { Panel } from '../detail/panel';
import { PLUGIN_ID } from '../plugin-id';
import { useMessage, useReason } from '../translations/use-message';
import { aboutRun } from './about-run';
import { RunMeter } from './run-meter';

/** Milliseconds between two looks while it runs. */
const WATCH_MS = 1500;
const VARIANTS = { running: 'secondary', cancelled: 'warning', finished: 'success' } as const;

/** How far a run is; it goes on without this page. */
export function RunPage() {
  const { id = '' } = useParams<{ id: string }>();
  const message = useMessage();
  const inWords = useReason();
  const { formatDate } = useIntl();
  const client = useAdministrationClient();
  const { toggleNotification } = useNotification();
  const [run, setRun] = useState<Run | null>(null);
  const [look, setLook] = useState(0);
  const loaded = useLoaded(
    useCallback(() => client.run(id), [client, id]),
    look,
  );
  useEffect(() => {
    if (loaded.state === 'ready') setRun(loaded.data);
    // A look that failed is tried again as well: the run does not depend on it.
    const goesOn =
      loaded.state === 'ready' ? loaded.data.state === 'running' : loaded.state === 'failed' && run;
    if (!goesOn) return;
    const timer = setTimeout(() => setLook((before) => before + 1), WATCH_MS);
    return () => clearTimeout(timer);
  }, [loaded, run]);

  async function steer(to: 'cancel' | 'resume') {
    try {
      setRun(await client.steerRun(id, to));
    } catch (error) {
      const reason = refusalReason(error);
      toggleNotification({
        type: 'danger',
        message: reason ? message('act.refused', { reason: inWords(reason) }) : message('act.failed'),
      });
    }
    setLook((before) => before + 1);
  }

  if (!run && loaded.state === 'failed')
    return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;
  if (!run) return <Page.Loading>{message('run.loading')}</Page.Loading>;

  const done = run.issued + run.unchanged + run.refused + run.failed;
  const canResume = run.state === 'cancelled' ? done < run.total || run.failed > 0 : run.failed > 0;
  return (
    <Page.Main>
      <Page.Title>{message('run.title')}</Page.Title>
      <Layouts.Header
        title={`${message('run.title')} · ${aboutRun(run, message)}`}
        subtitle={`${formatDate(run.startedAt, { dateStyle: 'medium', timeStyle: 'short' })} · ${run.startedBy}`}
        navigationAction={
          <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/issue`} startIcon={<ArrowLeft />}>
            {message('issue')}
          </Link>
        }
        primaryAction={
          run.state === 'running' ? (
            <Button variant="danger-light" startIcon={<Stop />} onClick={() => void steer('cancel')}>
              {message('run.cancel')}
            </Button>
          ) : (
            canResume && (
              <Button startIcon={<Play />} onClick={() => void steer('resume')}>
                {message('run.resume')}
              </Button>
            )
          )
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          <Panel title={message('run.progress')}>
            <Flex gap={3} wrap="wrap" justifyContent="space-between">
              <Status variant={VARIANTS[run.state]} size="S" width="fit-content" role="status">
                <Typography tag="span" fontWeight="bold">
                  {message(`run.${run.state}`)}
                </Typography>
              </Status>
              <Typography textColor="neutral800">
                {message('run.done.of', { done, total: run.total })}
              </Typography>
            </Flex>
            <RunMeter done={done} total={run.total} label={message('run.progress')} />
            <Typography textColor="neutral800">
              {(['issued', 'unchanged', 'refused', 'failed'] as const)
                .filter((outcome) => run[outcome] > 0)
                .map((outcome) => message(`run.count.${outcome}`, { count: run[outcome] }))
                .join(' · ')}
            </Typography>
          </Panel>
          {run.problems.length > 0 && (
            <Panel title={message('run.problems')}>
              <Table colCount={2} rowCount={run.problems.length + 1} aria-label={message('run.problems')}>
                <Thead>
                  <Tr>
                    {(['recipient', 'why'] as const).map((column) => (
                      <Th key={column}>
                        <Typography variant="sigma" textColor="neutral600">
                          {message(`column.${column}`)}
                        </Typography>
                      </Th>
                    ))}
                  </Tr>
                </Thead>
                <Tbody>
                  {run.problems.map(({ name, reason }, index) => (
                    <Tr key={index}>
                      <Td>
                        <Typography textColor="neutral800">{name || message('recipient.gone')}</Typography>
                      </Td>
                      <Td>
                        <Typography textColor="neutral800">{inWords(reason)}</Typography>
                      </Td>
                    </Tr>
                  ))}
                </Tbody>
              </Table>
            </Panel>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
