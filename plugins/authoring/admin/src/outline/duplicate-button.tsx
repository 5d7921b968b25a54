import { Button, Field, TextInput, Typography } from '@strapi/design-system';
import { Duplicate } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAuthoringClient } from '../api/authoring-client';
import { fieldProblem } from '../api/field-problem';
import { FormDialog } from '../form-dialog';
import { useMessage } from '../translations/use-message';

/** Copies the module with its lessons under another code, and goes there. */
export function DuplicateButton({ moduleKey, code }: { moduleKey: string; code: string }) {
  const message = useMessage();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="tertiary" startIcon={<Duplicate />} onClick={() => setOpen(true)}>
        {message('duplicate.open')}
      </Button>
      {open && <DuplicateDialog moduleKey={moduleKey} code={code} onClose={() => setOpen(false)} />}
    </>
  );
}

function DuplicateDialog({ moduleKey, code, onClose }: { moduleKey: string; code: string; onClose(): void }) {
  const message = useMessage();
  const client = useAuthoringClient();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [wanted, setWanted] = useState('');
  const [problem, setProblem] = useState<string | undefined>();

  async function duplicate() {
    try {
      const copy = await client.duplicate(moduleKey, wanted.trim());
      toggleNotification({ type: 'success', message: message('duplicate.done') });
      onClose();
      navigate(`../${copy}`);
    } catch (error) {
      const found = fieldProblem(error, 'code');
      if (found) setProblem(message(found === 'taken' ? 'duplicate.code.taken' : 'duplicate.code.wrong'));
      else toggleNotification({ type: 'danger', message: message('failed') });
    }
  }

  return (
    <FormDialog
      title={message('duplicate.title', { code })}
      confirm={message('duplicate.create')}
      onConfirm={duplicate}
      onClose={onClose}
    >
      <Typography tag="p" textColor="neutral800">
        {message('duplicate.text')}
      </Typography>
      <Field.Root name="code" error={problem} hint={message('duplicate.code.hint')} required>
        <Field.Label>{message('duplicate.code')}</Field.Label>
        <TextInput
          value={wanted}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
            setWanted(event.target.value.toUpperCase())
          }
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </FormDialog>
  );
}
