import { Checkbox, Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { TemplateInfo } from '../../../shared/contracts/settings';
import { useLanguage } from '../translations/use-language';
import { FieldRow, TextField } from './fields';

type Named = Record<'en' | 'es', string>;

/** What JSON Schema says of one option; `titles` and `labels` are there where the template gives both languages. */
interface Option {
  type?: string;
  title?: string;
  titles?: Named;
  labels?: Record<string, Named>;
  default?: unknown;
  enum?: unknown[];
}

export const optionsOf = ({ options }: TemplateInfo): [string, Option][] =>
  Object.entries((options.properties ?? {}) as Record<string, Option>);

interface Props {
  template: TemplateInfo;
  /** Where they are in the settings: `templates.grade.options`. */
  place: string;
  options: Record<string, unknown>;
  change(options: Record<string, unknown>): void;
}

/** A form made of what the template says of its options. */
export function OptionsForm({ template, place, options, change }: Props) {
  const language = useLanguage();
  return (
    <FieldRow>
      {optionsOf(template).map(([key, option]) => {
        const label = option.titles?.[language] ?? option.title ?? key;
        const value = options[key] ?? option.default;
        const set = (to: unknown) => change({ ...options, [key]: to });
        if (option.enum)
          return (
            <Field.Root key={key}>
              <Field.Label>{label}</Field.Label>
              <SingleSelect value={String(value ?? '')} onChange={(to) => set(to)}>
                {option.enum.map((one) => (
                  <SingleSelectOption key={String(one)} value={String(one)}>
                    {option.labels?.[String(one)]?.[language] ?? String(one)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
          );
        if (option.type === 'boolean')
          return (
            <Checkbox key={key} checked={value === true} onCheckedChange={(to) => set(to === true)}>
              {label}
            </Checkbox>
          );
        const isNumber = option.type === 'number' || option.type === 'integer';
        return (
          <TextField
            key={key}
            place={`${place}.${key}`}
            label={label}
            type={isNumber ? 'number' : 'text'}
            value={String(value ?? '')}
            onChange={(to) => set(isNumber ? Number(to) : to)}
          />
        );
      })}
    </FieldRow>
  );
}
