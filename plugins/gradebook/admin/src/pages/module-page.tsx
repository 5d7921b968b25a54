import { Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { useGradebookClient } from '../api/gradebook-client';
import { useLoaded } from '../api/use-loaded';
import { useMessage } from '../translations/use-message';
import { GradebookEditor } from './gradebook-editor';

/** The gradebook of one module, once it is there. */
export function ModulePage() {
  const { moduleKey = '' } = useParams<{ moduleKey: string }>();
  const message = useMessage();
  const client = useGradebookClient();
  const loaded = useLoaded(useCallback(() => client.gradebook(moduleKey), [client, moduleKey]));

  if (loaded.state === 'loading') return <Page.Loading>{message('gradebook.loading')}</Page.Loading>;
  if (loaded.state === 'failed') return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;
  return <GradebookEditor key={moduleKey} gradebook={loaded.data} />;
}
