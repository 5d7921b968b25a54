import { Page } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { KINDS } from '../../../shared/contracts/certificate';
import type { Settings } from '../../../shared/contracts/settings';
import { useSettingsClient, type SettingsOverview } from '../api/settings-client';
import { useLoaded } from '../api/use-loaded';
import { permissionsFor } from '../permissions';
import { useMessage } from '../translations/use-message';
import { SettingsForm } from './settings-form';

/** What staff decide about certificates. `?kind=&template=&options=`, as the gallery asks: that design is chosen at first. */
export function SettingsPage() {
  const message = useMessage();
  const client = useSettingsClient();
  const [params] = useSearchParams();
  const [look, setLook] = useState(0);
  const loaded = useLoaded(
    useCallback(() => client.find(), [client]),
    look,
  );
  if (loaded.state === 'failed') return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;
  if (loaded.state === 'loading') return <Page.Loading>{message('settings.loading')}</Page.Loading>;
  return (
    <SettingsForm
      // A form of its own for each state of the server.
      key={look}
      overview={loaded.data}
      first={withChoice(loaded.data, params)}
      onReload={() => setLook((before) => before + 1)}
    />
  );
}

function withChoice({ settings, templates }: SettingsOverview, params: URLSearchParams): Settings {
  const kind = KINDS.find((one) => one === params.get('kind'));
  const template = templates.find(({ key }) => key === params.get('template'));
  if (!kind || !template?.kinds.includes(kind)) return settings;
  const choice = { key: template.key, options: optionsIn(params) };
  return { ...settings, templates: { ...settings.templates, [kind]: choice } };
}

function optionsIn(params: URLSearchParams): Record<string, unknown> {
  try {
    return JSON.parse(params.get('options') ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

export default function ProtectedSettingsPage() {
  return (
    <Page.Protect permissions={permissionsFor('settings')}>
      <SettingsPage />
    </Page.Protect>
  );
}
