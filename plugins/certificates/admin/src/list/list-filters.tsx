import { Button, Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ListQuery, Subject } from '../../../shared/contracts/administration';
import { STATUSES, type Status } from '../../../shared/contracts/certificate';
import { colorScheme } from '../color-scheme';
import { useMessage } from '../translations/use-message';

const Row = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
  align-items: start;
  ${colorScheme}

  > button {
    align-self: end;
  }

  /* As high as the selects beside them. */
  input[type='date'] {
    height: 3.8rem;
    padding-block: 0;
  }
`;

interface Props {
  query: ListQuery;
  subjects: Subject[];
  hasFilters: boolean;
  change(to: Partial<ListQuery>): void;
}

const GRADE = 'grade';
const ofModule = (subject: string): string => `module:${subject}`;

/** Narrows the list by what it is about, by status, and by the day of issue. */
export function ListFilters({ query, subjects, hasFilters, change }: Props) {
  const message = useMessage();
  const about = query.subject ? ofModule(query.subject) : query.kind === GRADE ? GRADE : '';
  return (
    <Row role="group" aria-label={message('list.filters')}>
      <Field.Root>
        <Field.Label>{message('list.filter.about')}</Field.Label>
        <SingleSelect
          value={about}
          placeholder={message('list.filter.any')}
          onClear={() => change({ kind: undefined, subject: undefined })}
          clearLabel={message('list.filter.clear')}
          onChange={(value) => {
            const [kind, subject] = String(value).split(':') as ['grade' | 'module', string?];
            change({ kind, subject });
          }}
        >
          {subjects.map(({ kind, subject, name }) => (
            <SingleSelectOption key={subject ?? kind} value={subject ? ofModule(subject) : kind}>
              {subject ? `${subject} · ${name}` : message('kind.grade')}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root>
        <Field.Label>{message('list.filter.status')}</Field.Label>
        <SingleSelect
          value={query.status ?? ''}
          placeholder={message('list.filter.any')}
          onClear={() => change({ status: undefined })}
          clearLabel={message('list.filter.clear')}
          onChange={(value) => change({ status: value as Status })}
        >
          {STATUSES.map((status) => (
            <SingleSelectOption key={status} value={status}>
              {message(`status.${status}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {(['from', 'to'] as const).map((bound) => (
        <Field.Root key={bound}>
          <Field.Label>{message(`list.filter.${bound}`)}</Field.Label>
          <Field.Input
            type="date"
            value={query[bound] ?? ''}
            onChange={(event) => change({ [bound]: event.target.value || undefined })}
          />
        </Field.Root>
      ))}
      {hasFilters && (
        <Button
          variant="tertiary"
          size="L"
          onClick={() =>
            change({ kind: undefined, subject: undefined, status: undefined, from: undefined, to: undefined })
          }
        >
          {message('list.filters.clear')}
        </Button>
      )}
    </Row>
  );
}
