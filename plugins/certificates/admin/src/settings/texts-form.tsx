import { Typography } from '@strapi/design-system';
import { BRANDING_TEXTS, type Branding } from '../../../shared/contracts/settings';
import { useMessage } from '../translations/use-message';
import { FieldRow, Group, TextField } from './fields';

interface Props {
  texts: Branding['texts'];
  change(texts: Branding['texts']): void;
}

/** The school's own words, for each language of certificates. */
export function TextsForm({ texts, change }: Props) {
  const message = useMessage();
  return (
    <>
      {BRANDING_TEXTS.map((key) => (
        <Group key={key}>
          <Typography tag="legend" variant="omega" textColor="neutral800">
            {message(`settings.text.${key}`)}
          </Typography>
          <FieldRow>
            {(['en', 'es'] as const).map((language) => (
              <TextField
                key={language}
                place={`branding.texts.${key}.${language}`}
                label={message(`language.${language}`)}
                value={texts[key][language]}
                maxLength={200}
                placeholder={message('settings.text.own')}
                onChange={(text) => change({ ...texts, [key]: { ...texts[key], [language]: text } })}
              />
            ))}
          </FieldRow>
        </Group>
      ))}
    </>
  );
}
