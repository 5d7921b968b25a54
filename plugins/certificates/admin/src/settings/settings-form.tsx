import { Box, Dialog, Flex, Tabs } from '@strapi/design-system';
import { ConfirmDialog, Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { styled } from 'styled-components';
import { KINDS, type Kind } from '../../../shared/contracts/certificate';
import type { Branding, Settings, SettingsProblem } from '../../../shared/contracts/settings';
import { refusalReason } from '../api/administration-client';
import { problemsOf, useSettingsClient, type SettingsOverview } from '../api/settings-client';
import { Panel } from '../detail/panel';
import { useMessage, useReason } from '../translations/use-message';
import { BrandingForm } from './branding-form';
import { KindForm } from './kind-form';
import { PreviewPanel } from './preview-panel';
import { Problems } from './problems';
import { RulesForm } from './rules-form';
import { SettingsActions } from './settings-actions';
import { SignaturesForm } from './signatures-form';
import { TextsForm } from './texts-form';
import { useDraft } from './use-draft';

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[4]};
  align-items: start;
  @media (min-width: 1280px) {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    > :last-child {
      position: sticky;
      top: ${({ theme }) => theme.spaces[4]};
    }
  }
`;

interface Props {
  overview: SettingsOverview;
  /** What the form begins with. */
  first: Settings;
  onReload(): void;
}

/** Everything that can be decided, with what comes of it beside. */
export function SettingsForm({ overview, first, onReload }: Props) {
  const message = useMessage();
  const inWords = useReason();
  const client = useSettingsClient();
  const { toggleNotification } = useNotification();
  const [saved, setSaved] = useState({ settings: overview.settings, version: overview.version });
  const { draft, setDraft, change, isChanged, blocker } = useDraft(saved.settings, first);
  const [kind, setKind] = useState<Kind>('grade');
  const [problems, setProblems] = useState<SettingsProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const [isOutdated, setOutdated] = useState(false);
  const brand = (to: Partial<Branding>) => change({ branding: { ...draft.branding, ...to } });

  async function save() {
    setSaving(true);
    setProblems([]);
    try {
      const next = await client.save(draft, saved.version);
      setSaved({ settings: next.settings, version: next.version });
      setDraft(next.settings);
      toggleNotification({ type: 'success', message: message('settings.saved') });
    } catch (error) {
      const found = problemsOf(error);
      setProblems(found);
      const reason = refusalReason(error);
      if (reason === 'changed-meanwhile') setOutdated(true);
      else
        toggleNotification({
          type: 'danger',
          message:
            found.length > 0
              ? message('settings.refused', { count: found.length })
              : reason
                ? message('act.refused', { reason: inWords(reason) })
                : message('act.failed'),
        });
    } finally {
      setSaving(false);
    }
  }

  return (
    <Page.Main>
      <Page.Title>{message('settings.title')}</Page.Title>
      <Layouts.Header
        title={message('settings.title')}
        subtitle={message('settings.subtitle')}
        primaryAction={
          <SettingsActions
            isChanged={isChanged}
            isSaving={isSaving}
            onSave={() => void save()}
            onReset={() => setDraft(overview.defaults)}
            onImport={(settings) => setDraft(settings)}
            onRefusal={setProblems}
          />
        }
      />
      <Layouts.Content>
        <Box paddingBottom={8}>
          <Problems.Provider value={problems}>
            <Columns>
              <Flex direction="column" alignItems="stretch" gap={4}>
                <Panel title={message('settings.branding')}>
                  <BrandingForm branding={draft.branding} change={brand} />
                </Panel>
                <Panel title={message('settings.signatures')}>
                  <SignaturesForm
                    signatures={draft.branding.signatures}
                    change={(signatures) => brand({ signatures })}
                  />
                </Panel>
                {KINDS.map((one) => (
                  <Panel key={one} title={message(`kind.${one}`)}>
                    <KindForm kind={one} settings={draft} templates={overview.templates} change={change} />
                    <RulesForm
                      kind={one}
                      overview={overview}
                      rules={draft.rules}
                      change={(rules) => change({ rules })}
                    />
                  </Panel>
                ))}
                <Panel title={message('settings.texts')}>
                  <TextsForm texts={draft.branding.texts} change={(texts) => brand({ texts })} />
                </Panel>
              </Flex>
              <Panel title={message('settings.preview')}>
                <Tabs.Root value={kind} onValueChange={(to) => setKind(to as Kind)}>
                  <Tabs.List aria-label={message('settings.preview')}>
                    {KINDS.map((one) => (
                      <Tabs.Trigger key={one} value={one}>
                        {message(`kind.${one}`)}
                      </Tabs.Trigger>
                    ))}
                  </Tabs.List>
                  {KINDS.map((one) => (
                    <Tabs.Content key={one} value={one}>
                      <Box paddingTop={4}>
                        <PreviewPanel settings={draft} kind={one} samples={overview.samples} width={1200} />
                      </Box>
                    </Tabs.Content>
                  ))}
                </Tabs.Root>
              </Panel>
            </Columns>
          </Problems.Provider>
        </Box>
      </Layouts.Content>
      <Dialog.Root
        open={blocker.state === 'blocked'}
        onOpenChange={(open: boolean) => !open && blocker.reset?.()}
      >
        <ConfirmDialog title={message('settings.leave.title')} onConfirm={() => blocker.proceed?.()}>
          {message('settings.leave.body')}
        </ConfirmDialog>
      </Dialog.Root>
      <Dialog.Root open={isOutdated} onOpenChange={setOutdated}>
        <ConfirmDialog title={message('reason.changed-meanwhile')} onConfirm={onReload}>
          {message('settings.outdated.body')}
        </ConfirmDialog>
      </Dialog.Root>
    </Page.Main>
  );
}
