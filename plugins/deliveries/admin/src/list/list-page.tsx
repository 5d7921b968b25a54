import { EmptyStateLayout, Flex, LinkButton, Loader, Typography } from '@strapi/design-system';
import { Server } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, Pagination } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { PAGE_SIZES, type Summary } from '../../../shared/contracts/administration';
import { useDeliveriesClient } from '../api/deliveries-client';
import { useWatched } from '../api/use-watched';
import { ServerBanner } from '../summary/server-banner';
import { SummaryPanel } from '../summary/summary-panel';
import { useMessage } from '../translations/use-message';
import { ListFilters } from './list-filters';
import { MailSearch } from './mail-search';
import { MailsTable } from './mails-table';
import { ManyActions } from './many-actions';
import { useListQuery } from './use-list-query';

/** Milliseconds between two looks while mails are on their way, and while none is. */
const BUSY_MS = 5000;
const IDLE_MS = 30_000;
const pace = ({ waiting, server }: Summary): number => (waiting > 0 || server.downSince ? BUSY_MS : IDLE_MS);

/** Strapi's own does not wrap, and is wider than a phone as soon as there are many pages. */
const Pages = styled.div`
  > div,
  ol {
    flex-wrap: wrap;
  }
`;

/** Every mail, to be found again, and how mail is doing. */
export function ListPage() {
  const message = useMessage();
  const client = useDeliveriesClient();
  const { query, change, hasFilters } = useListQuery();
  const [search, setSearch] = useState('');
  const summary = useWatched(
    useCallback(() => client.summary(), [client]),
    pace,
  );
  const kinds = useWatched(
    useCallback(() => client.kinds(), [client]),
    () => null,
  );
  const known = summary.loaded.state === 'ready' ? summary.loaded.data : null;
  const { loaded, lookAgain } = useWatched(
    useCallback(() => client.list(query, search), [client, query, search]),
    () => (known ? pace(known) : IDLE_MS),
  );
  const refresh = () => {
    lookAgain();
    summary.lookAgain();
  };

  if (loaded.state === 'failed') return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;
  const total = loaded.state === 'ready' ? loaded.data.pagination.total : 0;
  return (
    <Page.Main>
      <Page.Title>{message('list.title')}</Page.Title>
      <Layouts.Header
        title={message('list.title')}
        subtitle={loaded.state === 'ready' ? message('list.count', { count: total }) : ' '}
        primaryAction={
          <Flex gap={2} wrap="wrap">
            {known?.work && (
              <LinkButton tag={NavLink} to="work" variant="tertiary" startIcon={<Server />}>
                {message('work.link', { count: known.work.dead })}
              </LinkButton>
            )}
            <ManyActions query={query} search={search} onChange={refresh} />
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          {known && <ServerBanner server={known.server} />}
          {known && <SummaryPanel summary={known} />}
          <MailSearch
            onSearch={(words) => {
              setSearch(words);
              change({ page: undefined });
            }}
          />
          <ListFilters
            query={query}
            kinds={kinds.loaded.state === 'ready' ? kinds.loaded.data : []}
            hasFilters={hasFilters}
            change={change}
          />
          <Typography variant="pi" textColor="neutral600">
            {message('list.search.hint')}
          </Typography>
          {loaded.state === 'loading' ? (
            <Flex justifyContent="center" padding={8}>
              <Loader>{message('list.loading')}</Loader>
            </Flex>
          ) : total === 0 ? (
            <EmptyStateLayout
              icon={<EmptyDocuments width="16rem" />}
              content={message(hasFilters || search ? 'list.none.found' : 'list.none')}
            />
          ) : (
            <>
              <MailsTable
                mails={loaded.data.data}
                sort={query.sort ?? 'queuedAt:desc'}
                onSort={(sort) => change({ sort })}
              />
              <Pages>
                <Pagination.Root
                  pageCount={loaded.data.pagination.pageCount}
                  total={total}
                  defaultPageSize={PAGE_SIZES[0]}
                >
                  <Pagination.PageSize options={PAGE_SIZES.map(String)} />
                  <Pagination.Links />
                </Pagination.Root>
              </Pages>
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
