import {
  Badge,
  EmptyStateLayout,
  Flex,
  Link as TextLink,
  LinkButton,
  Searchbar,
  SearchForm,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import type { ModuleSummary } from '../../../shared/contracts/outline';
import { useAuthoringClient } from '../api/authoring-client';
import { useLoaded } from '../api/use-loaded';
import { editAddress } from '../edit-address';
import { LanguageStates } from '../language-states';
import { ImportButton } from '../transfer/import-button';
import { useMessage } from '../translations/use-message';

/** The modules that this user may read, each leading to its lessons. */
export function ModuleListPage() {
  const message = useMessage();
  const { locale } = useIntl();
  const language = locale === 'es' ? 'es' : 'en';
  const client = useAuthoringClient();
  const [loaded, reload] = useLoaded(useCallback(() => client.modules(), [client]));
  const [search, setSearch] = useState('');

  if (loaded.state === 'loading') return <Page.Loading>{message('modules.loading')}</Page.Loading>;
  if (loaded.state === 'failed') return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;

  const { modules, may } = loaded.data;
  const words = search.trim().toLowerCase();
  const found = modules.filter(({ code, name }) => `${code} ${name}`.toLowerCase().includes(words));
  return (
    <Page.Main>
      <Page.Title>{message('plugin.name')}</Page.Title>
      <Layouts.Header
        title={message('plugin.name')}
        subtitle={message('modules.subtitle', { count: modules.length })}
        primaryAction={
          <Flex gap={2} wrap="wrap">
            <ImportButton onDone={reload} />
            {may.create && (
              <LinkButton tag={Link} to={editAddress('module', 'create', language)} startIcon={<Plus />}>
                {message('modules.new')}
              </LinkButton>
            )}
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
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
          {found.length === 0 ? (
            <EmptyStateLayout
              icon={<EmptyDocuments width="16rem" />}
              content={message(modules.length === 0 ? 'modules.none' : 'modules.none.found')}
            />
          ) : (
            <ModuleTable modules={found} />
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function ModuleTable({ modules }: { modules: ModuleSummary[] }) {
  const message = useMessage();
  const headings = ['modules.code', 'modules.name', 'modules.lessons', 'outline.languages'] as const;
  return (
    <Table colCount={headings.length} rowCount={modules.length + 1} aria-label={message('plugin.name')}>
      <Thead>
        <Tr>
          {headings.map((key) => (
            <Th key={key}>
              <Typography variant="sigma" textColor="neutral600">
                {message(key)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {modules.map(({ moduleKey, code, name, lessons, languages }) => (
          <Tr key={moduleKey}>
            <Td>
              <Badge>{code}</Badge>
            </Td>
            <Td>
              <TextLink tag={Link} to={moduleKey}>
                {name}
              </TextLink>
            </Td>
            <Td>
              <Typography textColor="neutral800">{lessons}</Typography>
            </Td>
            <Td>
              <LanguageStates
                states={languages}
                title={name}
                address={(locale) => editAddress('module', moduleKey, locale)}
              />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
