import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { Kind } from '../../../shared/contracts/certificate';
import type { Expiry, Settings, TemplateInfo } from '../../../shared/contracts/settings';
import { useLanguage } from '../translations/use-language';
import { useMessage } from '../translations/use-message';
import { FieldRow, TextField } from './fields';
import { OptionsForm } from './options-form';
import { useProblemAt } from './problems';

interface Props {
  kind: Kind;
  settings: Settings;
  templates: TemplateInfo[];
  change(to: Partial<Settings>): void;
}

const TYPES = ['never', 'period', 'date'] as const;
const FIRST: Record<Expiry['type'], () => Expiry> = {
  never: () => ({ type: 'never' }),
  period: () => ({ type: 'period', months: 12 }),
  date: () => ({ type: 'date', on: `${new Date().getUTCFullYear() + 1}-12-31` }),
};

/** The design of one kind, and how long its certificates are good for. */
export function KindForm({ kind, settings, templates, change }: Props) {
  const message = useMessage();
  const language = useLanguage();
  const problemAt = useProblemAt();
  const chosen = settings.templates[kind];
  const template = templates.find(({ key }) => key === chosen.key);
  const expiry = settings.expiry[kind];
  const choose = (to: Partial<typeof chosen>) =>
    change({ templates: { ...settings.templates, [kind]: { ...chosen, ...to } } });
  const expire = (to: Expiry) => change({ expiry: { ...settings.expiry, [kind]: to } });
  return (
    <>
      <Field.Root error={problemAt(`templates.${kind}.key`)}>
        <Field.Label>{message('settings.template')}</Field.Label>
        <SingleSelect value={chosen.key} onChange={(key) => choose({ key: String(key), options: {} })}>
          {templates
            .filter(({ kinds }) => kinds.includes(kind))
            .map(({ key, name }) => (
              <SingleSelectOption key={key} value={key}>
                {name[language]}
              </SingleSelectOption>
            ))}
        </SingleSelect>
        <Field.Error />
      </Field.Root>
      {template && (
        <OptionsForm
          template={template}
          place={`templates.${kind}.options`}
          options={chosen.options}
          change={(options) => choose({ options })}
        />
      )}
      <FieldRow>
        <Field.Root>
          <Field.Label>{message('settings.expiry')}</Field.Label>
          <SingleSelect value={expiry.type} onChange={(type) => expire(FIRST[type as Expiry['type']]())}>
            {TYPES.map((type) => (
              <SingleSelectOption key={type} value={type}>
                {message(`settings.expiry.${type}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        {expiry.type === 'period' && (
          <TextField
            place={`expiry.${kind}.months`}
            label={message('settings.expiry.months')}
            type="number"
            value={String(expiry.months)}
            onChange={(months) => expire({ type: 'period', months: Number(months) })}
          />
        )}
        {expiry.type === 'date' && (
          <TextField
            place={`expiry.${kind}.on`}
            label={message('settings.expiry.on')}
            hint={message('settings.expiry.on.hint')}
            type="date"
            value={expiry.on}
            onChange={(on) => expire({ type: 'date', on })}
          />
        )}
      </FieldRow>
    </>
  );
}
