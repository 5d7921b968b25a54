import { Badge, Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Settings, TemplateInfo } from '../../../shared/contracts/settings';
import { optionsOf } from '../settings/options-form';
import { usePreview } from '../settings/use-preview';
import { useLanguage } from '../translations/use-language';
import { useMessage } from '../translations/use-message';

const Card = styled.article`
  display: grid;
  gap: ${({ theme }) => theme.spaces[3]};
  align-content: start;
  height: 100%;
  padding: ${({ theme }) => theme.spaces[4]};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
`;

/** All of the same height, whichever way the paper lies. */
const Picture = styled.button`
  display: grid;
  place-items: center;
  height: 24rem;
  padding: ${({ theme }) => theme.spaces[3]};
  background: ${({ theme }) => theme.colors.neutral100};
  border: none;
  border-radius: ${({ theme }) => theme.borderRadius};
  cursor: zoom-in;

  img {
    display: block;
    max-width: 100%;
    max-height: 21.6rem;
    background: #ffffff;
    box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  }
`;

interface Props {
  template: TemplateInfo;
  settings: Settings;
  onOpen(): void;
}

/** One design: its picture, and what it is for. */
export function TemplateCard({ template, settings, onOpen }: Props) {
  const message = useMessage();
  const language = useLanguage();
  const { key, version, name, kinds } = template;
  const kind = kinds[0] ?? 'module';
  const { picture } = usePreview({
    settings,
    kind,
    template: { key, options: {} },
    sample: 'usual',
    language,
    as: 'png',
    width: 800,
  });
  const options = optionsOf(template).map(
    ([option, { title, titles }]) => titles?.[language] ?? title ?? option,
  );
  const title = name[language];
  return (
    <Card aria-label={title}>
      <Picture type="button" aria-label={message('gallery.open', { template: title })} onClick={onOpen}>
        {picture && <img src={picture} alt="" />}
      </Picture>
      <Typography tag="h2" variant="delta" textColor="neutral800">
        {title}
      </Typography>
      <Flex gap={2} wrap="wrap">
        {kinds.map((one) => (
          <Badge key={one}>{message(`kind.${one}`)}</Badge>
        ))}
        {kinds
          .filter((one) => settings.templates[one].key === key)
          .map((one) => (
            // Strapi's own active badge has too little contrast (WCAG 2.2, 1.4.3).
            <Badge key={one} backgroundColor="primary100" textColor="primary700">
              {message('gallery.used')}
            </Badge>
          ))}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        {message('gallery.version', { template: key, version })}
        {options.length > 0 ? ` · ${message('gallery.options', { options: options.join(', ') })}` : ''}
      </Typography>
      <Button variant="tertiary" size="S" width="fit-content" onClick={onOpen}>
        {message('gallery.look')}
      </Button>
    </Card>
  );
}
