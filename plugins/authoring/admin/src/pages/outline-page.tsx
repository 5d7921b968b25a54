import { EmptyStateLayout, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { BackButton, isFetchError, Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { Link, useParams } from 'react-router-dom';
import { useAuthoringClient } from '../api/authoring-client';
import { useLoaded } from '../api/use-loaded';
import { editAddress } from '../edit-address';
import { DuplicateButton } from '../outline/duplicate-button';
import { LessonList } from '../outline/lesson-list';
import { NewLessonButton } from '../outline/new-lesson-button';
import { ExportButton } from '../transfer/export-button';
import { useMessage } from '../translations/use-message';

/** The lessons of one module: their order, how far each is, and a new one. */
export function OutlinePage() {
  const { moduleKey = '' } = useParams();
  const message = useMessage();
  const { locale } = useIntl();
  const client = useAuthoringClient();
  const { toggleNotification } = useNotification();
  const [loaded, reload] = useLoaded(useCallback(() => client.outline(moduleKey), [client, moduleKey]));

  if (loaded.state === 'loading') return <Page.Loading>{message('outline.loading')}</Page.Loading>;
  if (loaded.state === 'failed') return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;

  const { code, name, lessons, may } = loaded.data;
  async function reorder(lessonKeys: string[]): Promise<void> {
    try {
      await client.reorder(moduleKey, lessonKeys);
      toggleNotification({ type: 'success', message: message('outline.saved') });
    } catch (error) {
      const stale = isFetchError(error) && error.status === 409;
      toggleNotification({ type: 'danger', message: message(stale ? 'outline.stale' : 'failed') });
    }
    reload();
  }

  return (
    <Page.Main>
      <Page.Title>{`${code} · ${name}`}</Page.Title>
      <Layouts.Header
        title={`${code} · ${name}`}
        subtitle={message('outline.subtitle', { count: lessons.length })}
        navigationAction={<BackButton fallback=".." disabled={false} />}
        primaryAction={
          <Flex gap={2} wrap="wrap">
            <LinkButton
              tag={Link}
              to={editAddress('module', moduleKey, locale === 'es' ? 'es' : 'en')}
              variant="tertiary"
              startIcon={<Pencil />}
            >
              {message('outline.settings')}
            </LinkButton>
            <ExportButton moduleKey={moduleKey} code={code} />
            {may.duplicate && <DuplicateButton moduleKey={moduleKey} code={code} />}
            {may.addLesson && <NewLessonButton moduleKey={moduleKey} />}
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          {lessons.length === 0 ? (
            <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={message('outline.none')} />
          ) : (
            <>
              {may.reorder && (
                <Typography tag="p" textColor="neutral600">
                  {message('outline.hint')}
                </Typography>
              )}
              <LessonList lessons={lessons} movable={may.reorder} onReorder={reorder} />
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
