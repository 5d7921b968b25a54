import { Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useRef } from 'react';
import type { Picture, Settings, SettingsProblem } from '../../../shared/contracts/settings';
import { problemsOf, useSettingsClient } from '../api/settings-client';
import { saveFile } from '../api/save-file';
import { useMessage } from '../translations/use-message';

interface Props {
  isChanged: boolean;
  isSaving: boolean;
  onSave(): void;
  onReset(): void;
  onImport(settings: Settings, pictures: Picture[]): void;
  onRefusal(problems: SettingsProblem[]): void;
}

/** What is done with the settings as a whole. */
export function SettingsActions({ isChanged, isSaving, onSave, onReset, onImport, onRefusal }: Props) {
  const message = useMessage();
  const client = useSettingsClient();
  const { toggleNotification } = useNotification();
  const input = useRef<HTMLInputElement>(null);

  const exportAll = () =>
    client.exported().then(
      (file) => saveFile(file, 'certificates-settings.json'),
      () => toggleNotification({ type: 'danger', message: message('settings.export.failed') }),
    );
  async function importFrom(file: File | undefined) {
    if (!file) return;
    try {
      const { settings, pictures } = await client.imported(file);
      onImport(settings, pictures);
      toggleNotification({ type: 'info', message: message('settings.imported') });
    } catch (error) {
      const problems = problemsOf(error);
      onRefusal(problems.map((one) => ({ ...one, path: one.path.slice(1) })));
      const why = problems.map(({ path, message: said }) => `${path.join('.')} ${said}`).join('; ');
      toggleNotification({ type: 'danger', message: message('settings.import.refused', { why }) });
    }
  }

  return (
    <Flex gap={2} wrap="wrap">
      <Button variant="tertiary" onClick={onReset}>
        {message('settings.reset')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={message('settings.import')}
        accept="application/json,.json"
        onChange={(event) => {
          void importFrom(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button variant="tertiary" onClick={() => input.current?.click()}>
        {message('settings.import')}
      </Button>
      <Button variant="tertiary" disabled={isChanged} onClick={() => void exportAll()}>
        {message('settings.export')}
      </Button>
      <Button startIcon={<Check />} disabled={!isChanged} loading={isSaving} onClick={onSave}>
        {message('settings.save')}
      </Button>
    </Flex>
  );
}
