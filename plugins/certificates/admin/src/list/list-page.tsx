import {
  Button,
  EmptyStateLayout,
  Flex,
  LinkButton,
  Loader,
  Searchbar,
  SearchForm,
  Typography,
} from '@strapi/design-system';
import { Download, FileCsv, SealCheck } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, Pagination, useNotification, useRBAC } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { NavLink } from 'react-router-dom';
import { refusalReason, useAdministrationClient } from '../api/administration-client';
import { saveFile } from '../api/save-file';
import { useLoaded } from '../api/use-loaded';
import { permissionsFor } from '../permissions';
import { useMessage, useReason } from '../translations/use-message';
import { CertificatesTable } from './certificates-table';
import { ListFilters } from './list-filters';
import { useListQuery } from './use-list-query';

const BUTTONS = [...permissionsFor('issue'), ...permissionsFor('export')];

/** What was issued, to be found again. */
export function ListPage() {
  const message = useMessage();
  const inWords = useReason();
  const client = useAdministrationClient();
  const { toggleNotification } = useNotification();
  const { query, change, hasFilters } = useListQuery();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [exporting, setExporting] = useState<'csv' | 'zip' | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { allowedActions } = useRBAC(BUTTONS as never);
  const allowed = allowedActions as { canIssue?: boolean; canExport?: boolean };
  const loaded = useLoaded(useCallback(() => client.list(query, search), [client, query, search]));
  const subjects = useLoaded(useCallback(() => client.subjects(), [client]));

  // What is no longer shown is not selected either.
  useEffect(() => setSelected(new Set()), [query, search]);

  const select = (ids: string[], isSelected: boolean) =>
    setSelected((before) => {
      const next = new Set(before);
      for (const id of ids)
        if (isSelected) next.add(id);
        else next.delete(id);
      return next;
    });

  async function takeAway(as: 'csv' | 'zip') {
    setExporting(as);
    try {
      if (as === 'csv') saveFile(await client.exported(query, search), 'certificates.csv');
      else {
        const ids = selected.size > 0 ? [...selected] : undefined;
        saveFile(await client.zip(query, search, ids), 'certificates.zip');
      }
    } catch (error) {
      const reason = refusalReason(error);
      toggleNotification({
        type: 'danger',
        message: reason
          ? message('act.refused', { reason: inWords(reason) })
          : message(as === 'csv' ? 'export.failed' : 'zip.failed'),
      });
    } finally {
      setExporting(null);
    }
  }
  const searchFor = (text: string) => {
    setSearch(text.trim());
    change({ page: undefined });
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
            {allowed.canExport && (
              <>
                <Button
                  variant="secondary"
                  startIcon={<Download />}
                  onClick={() => void takeAway('zip')}
                  loading={exporting === 'zip'}
                  disabled={total === 0}
                >
                  {selected.size > 0 ? message('zip.selected', { count: selected.size }) : message('zip')}
                </Button>
                <Button
                  variant="secondary"
                  startIcon={<FileCsv />}
                  onClick={() => void takeAway('csv')}
                  loading={exporting === 'csv'}
                >
                  {message('export')}
                </Button>
              </>
            )}
            {allowed.canIssue && (
              <LinkButton tag={NavLink} to="issue" startIcon={<SealCheck />}>
                {message('issue')}
              </LinkButton>
            )}
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          <SearchForm
            onSubmit={(event) => {
              event.preventDefault();
              searchFor(typed);
            }}
          >
            <Searchbar
              name="search"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onClear={() => {
                setTyped('');
                searchFor('');
              }}
              clearLabel={message('list.search.clear')}
              placeholder={message('list.search')}
            >
              {message('list.search')}
            </Searchbar>
          </SearchForm>
          <ListFilters
            query={query}
            subjects={subjects.state === 'ready' ? subjects.data : []}
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
              <CertificatesTable
                certificates={loaded.data.data}
                selected={allowed.canExport ? selected : null}
                onSelect={select}
              />
              <Pagination.Root
                pageCount={loaded.data.pagination.pageCount}
                total={total}
                defaultPageSize={20}
              >
                <Pagination.PageSize />
                <Pagination.Links />
              </Pagination.Root>
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
