import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useStatus } from '../api/use-status';
import { READ_PERMISSIONS } from '../permissions';
import { useFigures } from '../translations/use-figures';
import { useMessage } from '../translations/use-message';
import { OverallBox, overallOf } from './overall';
import { StatusTable } from './status-table';

export default function StatusPage() {
  return (
    <Page.Protect permissions={READ_PERMISSIONS}>
      <Status />
    </Page.Protect>
  );
}

function Status() {
  const message = useMessage();
  const { time } = useFigures();
  const loaded = useStatus();

  if (loaded.state === 'loading') return <Page.Loading>{message('status.loading')}</Page.Loading>;
  if (loaded.state === 'failed') return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;

  const { at, lines } = loaded.data;
  return (
    <Page.Main>
      <Page.Title>{message('plugin.name')}</Page.Title>
      <Layouts.Header title={message('plugin.name')} subtitle={message('status.subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          <OverallBox overall={overallOf(lines)} isOld={loaded.isOld} />
          <StatusTable lines={lines} />
          <Typography variant="pi" textColor="neutral600">
            {message('status.asked', { time: time(at) })}
          </Typography>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
