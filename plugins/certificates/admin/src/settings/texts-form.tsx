import { BRANDING_TEXTS, type Branding } from '../../../shared/contracts/settings';
import { useMessage } from '../translations/use-message';
import { FieldRow, TextField } from './fields';

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
        <FieldRow key={key}>
          {(['en', 'es'] as const).map((language) => (
            <TextField
              key={language}
              place={`branding.texts.${key}.${language}`}
              label={`${message(`settings.text.${key}`)} · ${message(`language.${language}`)}`}
              value={texts[key][language]}
              maxLength={200}
              placeholder={message('settings.text.own')}
              onChange={(text) => change({ ...texts, [key]: { ...texts[key], [language]: text } })}
            />
          ))}
        </FieldRow>
      ))}
    </>
  );
}
