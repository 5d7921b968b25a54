import { Checkbox, Field, Flex, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Branding } from '../../../shared/contracts/settings';
import { contrastWithWhite, isReadableOnWhite } from '../../../shared/contrast';
import { useMessage } from '../translations/use-message';
import { FieldRow, TextField } from './fields';
import { PictureField } from './picture-field';
import { useProblemAt } from './problems';

const COLOR = /^#[0-9a-f]{6}$/i;

const Swatch = styled.input`
  width: 4.8rem;
  height: 4rem;
  padding: 0.2rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  cursor: pointer;
`;

interface Props {
  branding: Branding;
  change(to: Partial<Branding>): void;
}

/** Who issues, in which colour and under which sign. */
export function BrandingForm({ branding, change }: Props) {
  const message = useMessage();
  return (
    <>
      <FieldRow>
        <TextField
          place="branding.issuerName"
          label={message('settings.issuer')}
          value={branding.issuerName}
          maxLength={80}
          required
          onChange={(issuerName) => change({ issuerName })}
        />
        <AccentField accent={branding.accent} onChange={(accent) => change({ accent })} />
      </FieldRow>
      <FieldRow>
        <PictureField
          place="branding.logo"
          label={message('settings.logo')}
          value={branding.logo}
          onChange={(logo) => change({ logo })}
        />
        <Checkbox
          checked={branding.seal.shown}
          onCheckedChange={(shown) => change({ seal: { shown: shown === true } })}
        >
          {message('settings.seal')}
        </Checkbox>
      </FieldRow>
    </>
  );
}

function AccentField({ accent, onChange }: { accent: string; onChange(accent: string): void }) {
  const message = useMessage();
  const { formatNumber } = useIntl();
  const problemAt = useProblemAt();
  const isColor = COLOR.test(accent);
  const contrast = isColor
    ? `${formatNumber(Math.floor(contrastWithWhite(accent) * 10) / 10, { minimumFractionDigits: 1 })} : 1`
    : '';
  const error = !isColor
    ? message('problem.invalid_format')
    : isReadableOnWhite(accent)
      ? problemAt('branding.accent')
      : message('settings.accent.light', { contrast });
  return (
    <Field.Root required error={error} hint={message('settings.accent.hint', { contrast })}>
      <Field.Label>{message('settings.accent')}</Field.Label>
      <Flex gap={2} alignItems="stretch">
        <Swatch
          type="color"
          aria-label={message('settings.accent.choose')}
          value={isColor ? accent : '#000000'}
          onChange={(event) => onChange(event.target.value)}
        />
        <TextInput value={accent} maxLength={7} onChange={(event) => onChange(event.target.value.trim())} />
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
