import { Page } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
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
  const [times, setTimes] = useState(0);
  const loaded = useLoaded(useCallback(() => client.gradebook(moduleKey), [client, moduleKey, times]));

  if (loaded.state === 'loading') return <Page.Loading>{message('gradebook.loading')}</Page.Loading>;
  if (loaded.state === 'failed') return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;
  return (
    <GradebookEditor
      key={`${moduleKey} ${times}`}
      gradebook={loaded.data}
      reload={() => setTimes((before) => before + 1)}
    />
  );
}
