import {
  Button,
  Checkbox,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useRef } from 'react';
import { LOCALES, type Locale } from '../../../shared/contracts/outline';
import type { ImportRequest } from '../../../shared/contracts/transfer';
import { useMessage } from '../translations/use-message';

export type ImportValues = Omit<ImportRequest, 'file'> & { file: File | null };

interface Props {
  values: ImportValues;
  onChange(values: ImportValues): void;
  problem?: string | undefined;
  codeProblem?: string | undefined;
}

export function ImportFields({ values, onChange, problem, codeProblem }: Props) {
  const message = useMessage();
  const input = useRef<HTMLInputElement>(null);
  const set = (changes: Partial<ImportValues>) => onChange({ ...values, ...changes });
  return (
    <>
      <Typography tag="p" textColor="neutral800">
        {message('import.text')}
      </Typography>
      <Field.Root name="file" error={problem} hint={message('import.file.hint')} required>
        <Field.Label>{message('import.file')}</Field.Label>
        {/* Its own button would speak the browser's language, not the admin's. */}
        <input
          ref={input}
          type="file"
          hidden
          aria-label={message('import.file')}
          accept=".zip,application/zip"
          onChange={(event) => set({ file: event.target.files?.[0] ?? null })}
        />
        <Flex gap={3} wrap="wrap">
          <Button
            aria-label={`${message('import.choose')}: ${message('import.file')}`}
            variant="secondary"
            startIcon={<Upload />}
            onClick={() => input.current?.click()}
          >
            {message('import.choose')}
          </Button>
          <Typography textColor="neutral800">{values.file?.name}</Typography>
        </Flex>
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Field.Root name="code" error={codeProblem} hint={message('import.code.hint')}>
        <Field.Label>{message('import.code')}</Field.Label>
        <TextInput
          value={values.code}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
            set({ code: event.target.value.toUpperCase() })
          }
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Field.Root name="locale" hint={message('import.locale.hint')}>
        <Field.Label>{message('lesson.language')}</Field.Label>
        <SingleSelect value={values.locale} onChange={(value) => set({ locale: value as Locale })}>
          {LOCALES.map((locale) => (
            <SingleSelectOption key={locale} value={locale}>
              {message(`language.${locale}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
      <Checkbox
        checked={values.publish}
        onCheckedChange={(checked: boolean | 'indeterminate') => set({ publish: checked === true })}
      >
        {message('import.publish')}
      </Checkbox>
    </>
  );
}
