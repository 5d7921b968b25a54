import { Field, TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';
import { colorScheme } from '../color-scheme';
import { useProblemAt } from './problems';

/** Fields beside each other where there is room. */
export const FieldRow = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
  align-items: start;
  ${colorScheme}

  > * {
    min-width: 0;
  }
`;

/** A group of fields under a heading of its own, for a screen reader, too. */
export const Group = styled.fieldset`
  border: none;
  margin: 0;
  padding: 0;
  min-width: 0;
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};

  > legend {
    padding: 0;
    margin-bottom: ${({ theme }) => theme.spaces[2]};
  }
`;

interface Props {
  /** Where it is in the settings: `branding.issuerName`. */
  place: string;
  label: string;
  hint?: string;
  value: string;
  required?: boolean;
  type?: string;
  maxLength?: number;
  placeholder?: string;
  onChange(value: string): void;
}

/** One line of text, with what the server said of it. */
export function TextField({ place, label, hint, required, onChange, ...input }: Props) {
  const problemAt = useProblemAt();
  return (
    <Field.Root required={required} hint={hint} error={problemAt(place)}>
      <Field.Label>{label}</Field.Label>
      <TextInput {...input} onChange={(event) => onChange(event.target.value)} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
