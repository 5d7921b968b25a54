import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useAuthoringClient } from '../api/authoring-client';
import { saveFile } from '../api/save-file';
import { useMessage } from '../translations/use-message';

/** The module as a zip, in all languages. */
export function ExportButton({ moduleKey, code }: { moduleKey: string; code: string }) {
  const message = useMessage();
  const client = useAuthoringClient();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);

  async function save() {
    setBusy(true);
    try {
      saveFile(await client.exported(moduleKey), `${code}.zip`);
    } catch {
      toggleNotification({ type: 'danger', message: message('failed') });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button variant="tertiary" startIcon={<Download />} loading={busy} onClick={() => void save()}>
      {message('export.open')}
    </Button>
  );
}
