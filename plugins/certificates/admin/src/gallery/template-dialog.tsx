import { Box, Button, Flex, Modal, Tabs } from '@strapi/design-system';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Kind } from '../../../shared/contracts/certificate';
import type { TemplateInfo } from '../../../shared/contracts/settings';
import type { SettingsOverview } from '../api/settings-client';
import { SETTINGS_PATH } from '../plugin-id';
import { OptionsForm } from '../settings/options-form';
import { PreviewPanel } from '../settings/preview-panel';
import { useLanguage } from '../translations/use-language';
import { useMessage } from '../translations/use-message';

interface Props {
  template: TemplateInfo;
  overview: SettingsOverview;
  onClose(): void;
}

/** One design from near, with every sample and option; from here it is taken over into the settings. */
export function TemplateDialog({ template, overview, onClose }: Props) {
  const message = useMessage();
  const language = useLanguage();
  const navigate = useNavigate();
  const { key, kinds, name } = template;
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'module');
  const [options, setOptions] = useState<Record<string, unknown>>({});
  const use = (one: Kind) =>
    navigate(
      `${SETTINGS_PATH}?${new URLSearchParams({ kind: one, template: key, options: JSON.stringify(options) })}`,
    );
  const preview = (
    <PreviewPanel
      settings={overview.settings}
      kind={kind}
      template={{ key, options }}
      samples={overview.samples}
      width={1600}
    />
  );
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={message('dialog.close')}>
          <Modal.Title>{name[language]}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <OptionsForm template={template} place="" options={options} change={setOptions} />
            {kinds.length > 1 ? (
              <Tabs.Root value={kind} onValueChange={(to) => setKind(to as Kind)}>
                <Tabs.List aria-label={message('settings.preview')}>
                  {kinds.map((one) => (
                    <Tabs.Trigger key={one} value={one}>
                      {message(`kind.${one}`)}
                    </Tabs.Trigger>
                  ))}
                </Tabs.List>
                <Tabs.Content value={kind}>
                  <Box paddingTop={4}>{preview}</Box>
                </Tabs.Content>
              </Tabs.Root>
            ) : (
              preview
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {message('dialog.close')}
          </Button>
          <Flex gap={2} wrap="wrap">
            {kinds.map((one) => (
              <Button key={one} onClick={() => use(one)}>
                {message('gallery.use', { kind: message(`kind.${one}`) })}
              </Button>
            ))}
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
