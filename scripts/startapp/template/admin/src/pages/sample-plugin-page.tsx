import { Box, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useSummary } from '../api/use-summary';
import { READ_PERMISSIONS } from '../permissions';
import { useMessage } from '../translations/use-message';

export default function SamplePluginPage() {
  return (
    <Page.Protect permissions={READ_PERMISSIONS}>
      <Summary />
    </Page.Protect>
  );
}

function Summary() {
  const message = useMessage();
  const loaded = useSummary();

  if (loaded.state === 'loading') return <Page.Loading>{message('summary.loading')}</Page.Loading>;
  if (loaded.state === 'failed') return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;

  const { modules, published } = loaded.summary;
  return (
    <Page.Main>
      <Page.Title>{message('plugin.name')}</Page.Title>
      <Layouts.Header title={message('plugin.name')} subtitle={message('summary.subtitle')} />
      <Layouts.Content>
        <Box background="neutral0" padding={6} hasRadius shadow="tableShadow">
          <Flex direction="column" alignItems="flex-start" gap={2}>
            <Typography variant="sigma" textColor="neutral600" tag="h2">
              {message('summary.published')}
            </Typography>
            <Typography variant="alpha" textColor="neutral800">
              {message('summary.published.value', { published, modules })}
            </Typography>
          </Flex>
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
}
