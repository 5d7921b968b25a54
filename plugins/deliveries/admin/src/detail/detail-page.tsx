import { Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { NavLink, useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import { useDeliveriesClient } from '../api/deliveries-client';
import { useWatched } from '../api/use-watched';
import { isOnItsWay } from '../delivery-state';
import { Panel } from '../panel';
import { PAGES } from '../plugin-id';
import { ServerBanner } from '../summary/server-banner';
import { useMessage } from '../translations/use-message';
import { MailActions } from './mail-actions';
import { MailFacts } from './mail-facts';
import { MailTimeline } from './mail-timeline';

const Columns = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(42rem, 100%), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
  align-items: start;
`;

/** Milliseconds between two looks while a mail is on its way. */
const WATCH_MS = 3000;

/** One mail: what is known of it, every try to send it, and what can be done with it. */
export function DetailPage() {
  const { id = '' } = useParams<{ id: string }>();
  const message = useMessage();
  const client = useDeliveriesClient();
  const { loaded, lookAgain } = useWatched(
    useCallback(() => client.detail(id), [client, id]),
    ({ state, tries }) => (isOnItsWay(state) || tries[0]?.outcome === null ? WATCH_MS : null),
  );

  if (loaded.state === 'failed') return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;
  if (loaded.state === 'loading') return <Page.Loading>{message('detail.loading')}</Page.Loading>;
  const mail = loaded.data;
  return (
    <Page.Main>
      <Page.Title>{`${message('detail.title')} · ${message('list.title')}`}</Page.Title>
      <Layouts.Header
        title={mail.to}
        subtitle={mail.subject ? `${mail.kindName} · ${mail.subject}` : mail.kindName}
        navigationAction={
          <Link tag={NavLink} to={PAGES} startIcon={<ArrowLeft />}>
            {message('detail.back')}
          </Link>
        }
        primaryAction={<MailActions mail={mail} onChange={lookAgain} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          {isOnItsWay(mail.state) && <ServerBanner server={mail.server} />}
          <Columns>
            <Panel title={message('detail.facts')}>
              <MailFacts mail={mail} />
              {mail.contentGone && (
                <Typography variant="pi" textColor="neutral600">
                  {message('detail.content-gone')}
                </Typography>
              )}
            </Panel>
            <Panel title={message('detail.timeline')}>
              <MailTimeline mail={mail} />
            </Panel>
          </Columns>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
