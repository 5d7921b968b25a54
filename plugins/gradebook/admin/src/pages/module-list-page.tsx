import { EmptyStateLayout, Flex, Searchbar, SearchForm } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { useGradebookClient } from '../api/gradebook-client';
import { useLoaded } from '../api/use-loaded';
import { matchesSearch } from '../editing/row-order';
import { useMessage } from '../translations/use-message';
import { ModuleCard, ModuleGrid } from './module-card';

/** With fewer modules than this a search would be in the way. */
const SEARCH_FROM = 7;

/** The modules that this user may grade. */
export function ModuleListPage() {
  const message = useMessage();
  const client = useGradebookClient();
  const loaded = useLoaded(useCallback(() => client.modules(), [client]));
  const [search, setSearch] = useState('');

  if (loaded.state === 'loading') return <Page.Loading>{message('modules.loading')}</Page.Loading>;
  if (loaded.state === 'failed') return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;

  const found = loaded.data.filter(({ code, name }) =>
    matchesSearch({ studentName: name, username: code }, search),
  );
  return (
    <Page.Main>
      <Page.Title>{message('modules.title')}</Page.Title>
      <Layouts.Header title={message('modules.title')} subtitle={message('modules.subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          {loaded.data.length >= SEARCH_FROM && (
            <SearchForm onSubmit={(event) => event.preventDefault()}>
              <Searchbar
                name="module"
                value={search}
                onChange={(event) => setSearch(event.target.value)}
                onClear={() => setSearch('')}
                clearLabel={message('modules.search.clear')}
                placeholder={message('modules.search')}
              >
                {message('modules.search')}
              </Searchbar>
            </SearchForm>
          )}
          {found.length === 0 ? (
            <EmptyStateLayout
              icon={<EmptyDocuments width="16rem" />}
              content={message(loaded.data.length === 0 ? 'modules.none' : 'modules.none.found')}
            />
          ) : (
            <ModuleGrid>
              {found.map((module) => (
                <ModuleCard key={module.moduleKey} module={module} />
              ))}
            </ModuleGrid>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
