import { Button, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { Kind } from '../../../shared/contracts/certificate';
import type {
  PreviewSettingsRequest,
  SampleInfo,
  Settings,
  TemplateChoice,
} from '../../../shared/contracts/settings';
import { fileOf, useSettingsClient } from '../api/settings-client';
import { useLanguage } from '../translations/use-language';
import { useMessage } from '../translations/use-message';
import { FieldRow } from './fields';
import { usePreview } from './use-preview';

const Paper = styled.img<{ $pale: boolean }>`
  display: block;
  max-width: 100%;
  max-height: 70vh;
  margin: 0 auto;
  background: #ffffff;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  opacity: ${({ $pale }) => ($pale ? 0.6 : 1)};
`;

/** Wide enough for the names of the samples. */
const Choices = styled(FieldRow)`
  grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr));
`;

interface Props {
  settings: Settings;
  kind: Kind;
  /** In the place of the one the settings choose. */
  template?: TemplateChoice;
  samples: SampleInfo[];
  /** Pixels. */
  width: number;
}

/** How a certificate would look: of any sample, in each language, page by page. */
export function PreviewPanel({ settings, kind, template, samples, width }: Props) {
  const message = useMessage();
  const inLanguage = useLanguage();
  const client = useSettingsClient();
  const { toggleNotification } = useNotification();
  const [chosen, setSample] = useState('usual');
  const [language, setLanguage] = useState<string>(inLanguage);
  const [wanted, setPage] = useState(1);
  const offered = samples.filter(({ kinds }) => kinds.includes(kind));
  const sample = offered.find(({ key }) => key === chosen) ?? offered[0];
  const request: PreviewSettingsRequest = {
    settings,
    kind,
    ...(template && { template }),
    sample: sample?.key ?? 'usual',
    language,
    as: 'png',
    width,
    page: wanted,
  };
  const { picture, pages, isDrawing, failure } = usePreview(request);
  const page = Math.min(wanted, pages);
  const name = sample?.name[inLanguage] ?? '';

  async function openPdf() {
    // Opened by the click itself, since a browser lets nothing be opened later.
    const tab = window.open('', '_blank');
    try {
      const { page: _, width: __, ...all } = request;
      const url = URL.createObjectURL(fileOf(await client.preview({ ...all, as: 'pdf' })));
      if (tab) tab.location.href = url;
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    } catch {
      tab?.close();
      toggleNotification({ type: 'danger', message: message('preview.failed') });
    }
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Choices>
        <Field.Root>
          <Field.Label>{message('preview.sample')}</Field.Label>
          <SingleSelect
            value={sample?.key ?? ''}
            onChange={(key) => {
              setSample(String(key));
              setPage(1);
            }}
          >
            {offered.map(({ key, name: names }) => (
              <SingleSelectOption key={key} value={key}>
                {names[inLanguage]}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Field.Root>
          <Field.Label>{message('preview.language')}</Field.Label>
          <SingleSelect value={language} onChange={(to) => setLanguage(String(to))}>
            {(['en', 'es'] as const).map((one) => (
              <SingleSelectOption key={one} value={one}>
                {message(`language.${one}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      </Choices>
      {picture && (
        <Paper
          src={picture}
          $pale={isDrawing || failure !== null}
          alt={message('preview.picture', { sample: name, page, pages })}
        />
      )}
      <Typography aria-live="polite" variant="pi" textColor={failure ? 'danger600' : 'neutral600'}>
        {failure
          ? message('preview.failed')
          : isDrawing
            ? message('preview.drawing')
            : message('preview.drawn')}
      </Typography>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        {pages > 1 ? (
          <Flex gap={2}>
            <Button
              variant="tertiary"
              size="S"
              startIcon={<ChevronLeft />}
              disabled={page <= 1}
              onClick={() => setPage(page - 1)}
            >
              {message('preview.back')}
            </Button>
            <Typography variant="pi" textColor="neutral800">
              {message('preview.page', { page, pages })}
            </Typography>
            <Button
              variant="tertiary"
              size="S"
              endIcon={<ChevronRight />}
              disabled={page >= pages}
              onClick={() => setPage(page + 1)}
            >
              {message('preview.next')}
            </Button>
          </Flex>
        ) : (
          <span />
        )}
        <Button variant="secondary" size="S" onClick={() => void openPdf()}>
          {message('preview.pdf')}
        </Button>
      </Flex>
    </Flex>
  );
}
