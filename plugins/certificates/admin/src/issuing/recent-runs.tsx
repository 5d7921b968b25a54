import { Flex, Link, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { useAdministrationClient } from '../api/administration-client';
import { useLoaded } from '../api/use-loaded';
import { Panel } from '../detail/panel';
import { aboutRun } from './about-run';
import { PLUGIN_ID } from '../plugin-id';
import { useMessage } from '../translations/use-message';

/** The last runs, to go back to one that runs or was cancelled. */
export function RecentRuns() {
  const message = useMessage();
  const { formatDate } = useIntl();
  const client = useAdministrationClient();
  const loaded = useLoaded(useCallback(() => client.runs(), [client]));
  if (loaded.state !== 'ready' || loaded.data.length === 0) return null;
  return (
    <Panel title={message('runs.title')}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {loaded.data.map((run) => (
          <Flex key={run.id} tag="li" gap={3} wrap="wrap" justifyContent="space-between">
            <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}/runs/${run.id}`}>
              {`${aboutRun(run, message)} · ${formatDate(run.startedAt, { dateStyle: 'medium', timeStyle: 'short' })}`}
            </Link>
            <Typography variant="pi" textColor="neutral600">
              {`${message(`run.${run.state}`)} · ${message('run.issued.of', { issued: run.issued, total: run.total })} · ${run.startedBy}`}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Panel>
  );
}
