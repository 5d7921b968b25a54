import {
  EmptyStateLayout,
  Field,
  Flex,
  Link,
  Loader,
  SingleSelect,
  SingleSelectOption,
} from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { Subject } from '../../../shared/contracts/administration';
import { useAdministrationClient } from '../api/administration-client';
import { useLoaded } from '../api/use-loaded';
import { PLUGIN_ID } from '../plugin-id';
import { useMessage } from '../translations/use-message';
import { Backlog } from './backlog';
import { IssuePreview } from './issue-preview';
import { RecentRuns } from './recent-runs';

const GRADE = 'grade';

/** Certificates for many at once: choose what for, look who would get one, start. */
export function IssuePage() {
  const message = useMessage();
  const client = useAdministrationClient();
  const subjects = useLoaded(useCallback(() => client.subjects(), [client]));
  const [params, setParams] = useSearchParams();

  if (subjects.state === 'failed') return subjects.status === 403 ? <Page.NoPermissions /> : <Page.Error />;
  const offered = subjects.state === 'ready' ? subjects.data.filter(({ mayIssue }) => mayIssue) : [];
  const first = offered[0]?.source;
  // Short for the first source, so that an address stays what it was when another one is added.
  const keyOf = ({ source, subject }: Pick<Subject, 'source' | 'subject'>): string =>
    `${source === first ? '' : `${source}:`}${subject ?? GRADE}`;
  const chosen = offered.find((one) => keyOf(one) === params.get('about'));
  return (
    <Page.Main>
      <Page.Title>{message('issue')}</Page.Title>
      <Layouts.Header
        title={message('issue')}
        subtitle={message('issue.subtitle')}
        navigationAction={
          <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}`} startIcon={<ArrowLeft />}>
            {message('detail.back')}
          </Link>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {subjects.state === 'loading' ? (
            <Loader>{message('issue.loading')}</Loader>
          ) : offered.length === 0 ? (
            <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={message('issue.none')} />
          ) : (
            <Field.Root maxWidth="50rem">
              <Field.Label>{message('issue.about')}</Field.Label>
              <SingleSelect
                value={chosen ? keyOf(chosen) : ''}
                placeholder={message('issue.about.choose')}
                onChange={(value) => setParams({ about: String(value) })}
              >
                {offered.map((one) => (
                  <SingleSelectOption key={keyOf(one)} value={keyOf(one)}>
                    {one.subject ? `${one.subject} · ${one.name}` : message('kind.grade')}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          )}
          {chosen && <IssuePreview key={keyOf(chosen)} about={chosen} />}
          {offered.some(({ kind }) => kind === 'module') && <Backlog />}
          <RecentRuns />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
