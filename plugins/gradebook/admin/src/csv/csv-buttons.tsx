import { Button, Flex } from '@strapi/design-system';
import { Download, Upload } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useGradebookClient } from '../api/gradebook-client';
import { useMessage } from '../translations/use-message';
import { ImportModal } from './import-modal';
import { saveFile } from './save-file';

interface Props {
  module: { moduleKey: string; code: string };
  /** What is typed and not saved is in no file, and a file would be written around it. */
  unsaved: boolean;
  onWritten: () => void;
}

/** The marks as a file, out and in (M5). */
export function CsvButtons({ module, unsaved, onWritten }: Props) {
  const message = useMessage();
  const client = useGradebookClient();
  const { toggleNotification } = useNotification();
  const [importing, setImporting] = useState(false);

  const download = async () => {
    try {
      saveFile(await client.csv(module.moduleKey), `${module.code}.csv`);
    } catch {
      toggleNotification({ type: 'danger', message: message('export.failed') });
    }
  };
  const written = (changed: number) => {
    setImporting(false);
    toggleNotification({ type: 'success', message: message('import.done', { count: changed }) });
    onWritten();
  };

  return (
    <Flex gap={2} wrap="wrap">
      <Button variant="tertiary" startIcon={<Download />} disabled={unsaved} onClick={() => void download()}>
        {message('export')}
      </Button>
      <Button variant="tertiary" startIcon={<Upload />} disabled={unsaved} onClick={() => setImporting(true)}>
        {message('import')}
      </Button>
      {importing && (
        <ImportModal moduleKey={module.moduleKey} onClose={() => setImporting(false)} onWritten={written} />
      )}
    </Flex>
  );
}
