import { Button } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useState } from 'react';
import { useMessage } from '../translations/use-message';
import { ImportDialog } from './import-dialog';

/** Takes a module in from a zip. @param onDone called when something was written */
export function ImportButton({ onDone }: { onDone(): void }) {
  const message = useMessage();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="tertiary" startIcon={<Upload />} onClick={() => setOpen(true)}>
        {message('import.open')}
      </Button>
      {open && <ImportDialog onDone={onDone} onClose={() => setOpen(false)} />}
    </>
  );
}
