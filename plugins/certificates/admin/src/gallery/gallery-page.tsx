import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { styled } from 'styled-components';
import type { TemplateInfo } from '../../../shared/contracts/settings';
import { useSettingsClient } from '../api/settings-client';
import { useLoaded } from '../api/use-loaded';
import { permissionsFor } from '../permissions';
import { useMessage } from '../translations/use-message';
import { TemplateCard } from './template-card';
import { TemplateDialog } from './template-dialog';

const Cards = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(30rem, 100%), 1fr));
  gap: ${({ theme }) => theme.spaces[5]};
  padding-bottom: ${({ theme }) => theme.spaces[8]};
`;

/** Every design there is, with the school's own look. */
export function GalleryPage() {
  const message = useMessage();
  const client = useSettingsClient();
  const loaded = useLoaded(useCallback(() => client.find(), [client]));
  const [opened, setOpened] = useState<TemplateInfo | null>(null);
  if (loaded.state === 'failed') return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;
  if (loaded.state === 'loading') return <Page.Loading>{message('settings.loading')}</Page.Loading>;
  const { templates, settings } = loaded.data;
  return (
    <Page.Main>
      <Page.Title>{message('gallery.title')}</Page.Title>
      <Layouts.Header title={message('gallery.title')} subtitle={message('gallery.subtitle')} />
      <Layouts.Content>
        <Cards>
          {templates.map((template) => (
            <li key={template.key}>
              <TemplateCard template={template} settings={settings} onOpen={() => setOpened(template)} />
            </li>
          ))}
        </Cards>
      </Layouts.Content>
      {opened && <TemplateDialog template={opened} overview={loaded.data} onClose={() => setOpened(null)} />}
    </Page.Main>
  );
}

export default function ProtectedGalleryPage() {
  return (
    <Page.Protect permissions={permissionsFor('settings')}>
      <GalleryPage />
    </Page.Protect>
  );
}
