import { Button, Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from 'react-router-dom';
import { LOCALES, TEMPLATES, type Locale, type Template } from '../../../shared/contracts/outline';
import { useAuthoringClient } from '../api/authoring-client';
import { editAddress } from '../edit-address';
import { FormDialog } from '../form-dialog';
import { useMessage } from '../translations/use-message';

const LONGEST = 160;

/** Begins a lesson from a template and opens it. */
export function NewLessonButton({ moduleKey }: { moduleKey: string }) {
  const message = useMessage();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button startIcon={<Plus />} onClick={() => setOpen(true)}>
        {message('lesson.new')}
      </Button>
      {open && <NewLessonDialog moduleKey={moduleKey} onClose={() => setOpen(false)} />}
    </>
  );
}

function NewLessonDialog({ moduleKey, onClose }: { moduleKey: string; onClose(): void }) {
  const message = useMessage();
  const client = useAuthoringClient();
  const navigate = useNavigate();
  const { locale: own } = useIntl();
  const { toggleNotification } = useNotification();
  const [title, setTitle] = useState('');
  const [locale, setLocale] = useState<Locale>(own === 'es' ? 'es' : 'en');
  const [template, setTemplate] = useState<Template>('guided');
  const [problem, setProblem] = useState<string | undefined>();

  async function create() {
    if (!title.trim()) return setProblem(message('lesson.title.required'));
    if (title.trim().length > LONGEST) return setProblem(message('lesson.title.long'));
    try {
      const { lessonKey } = await client.addLesson(moduleKey, { title: title.trim(), locale, template });
      navigate(editAddress('lesson', lessonKey, locale));
    } catch {
      toggleNotification({ type: 'danger', message: message('failed') });
    }
  }

  return (
    <FormDialog
      title={message('lesson.new')}
      confirm={message('lesson.create')}
      onConfirm={create}
      onClose={onClose}
    >
      <Field.Root name="title" error={problem} required>
        <Field.Label>{message('lesson.title')}</Field.Label>
        <TextInput
          value={title}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTitle(event.target.value)}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root name="locale">
        <Field.Label>{message('lesson.language')}</Field.Label>
        <SingleSelect value={locale} onChange={(value) => setLocale(value as Locale)}>
          {LOCALES.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {message(`language.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root name="template">
        <Field.Label>{message('lesson.template')}</Field.Label>
        <SingleSelect value={template} onChange={(value) => setTemplate(value as Template)}>
          {TEMPLATES.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {message(`lesson.template.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </FormDialog>
  );
}
