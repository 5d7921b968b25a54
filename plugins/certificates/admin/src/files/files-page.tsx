import { Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { permissionsFor } from '../permissions';
import { useMessage } from '../translations/use-message';
import { CertificateFiles } from './certificate-files';
import { LastInspection } from './last-inspection';
import { UnknownFiles } from './unknown-files';
import { useFiles } from './use-files';

/** What the last inspection of the stored files found. */
export function FilesPage() {
  const message = useMessage();
  const { overview, failed, drawing, inspect, drawAgain } = useFiles();
  if (failed) return failed.status === 403 ? <Page.NoPermissions /> : <Page.Error />;
  if (!overview) return <Page.Loading>{message('files.loading')}</Page.Loading>;
  const { last, isRunning } = overview;
  return (
    <Page.Main>
      <Page.Title>{message('files.title')}</Page.Title>
      <Layouts.Header
        title={message('files.title')}
        subtitle={message('files.subtitle')}
        primaryAction={
          // Also while one runs: asking twice starts one, and a button that is disabled under the finger loses the focus.
          <Button onClick={() => void inspect()}>{message('files.inspect')}</Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          <div role="status">
            {isRunning && <Typography textColor="neutral800">{message('files.inspecting')}</Typography>}
          </div>
          {last ? (
            <>
              <LastInspection inspection={last} />
              <CertificateFiles what="missing" found={last.missingFiles} {...{ drawing, drawAgain }} />
              <CertificateFiles what="altered" found={last.alteredFiles} {...{ drawing, drawAgain }} />
              <UnknownFiles found={last.unknownFiles} />
            </>
          ) : (
            <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={message('files.never')} />
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

export default function ProtectedFilesPage() {
  return (
    <Page.Protect permissions={permissionsFor('settings')}>
      <FilesPage />
    </Page.Protect>
  );
}
