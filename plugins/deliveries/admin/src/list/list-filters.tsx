import { Button, Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { KindsResponse, ListQuery } from '../../../shared/contracts/administration';
import { DELIVERY_STATES, type DeliveryState } from '../../../shared/contracts/deliveries';
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
  kinds: KindsResponse['data'];
  hasFilters: boolean;
  change(to: Partial<ListQuery>): void;
}

/** Narrows the list by how far a mail got, by its kind, and by the day it was queued. */
export function ListFilters({ query, kinds, hasFilters, change }: Props) {
  const message = useMessage();
  return (
    <Row role="group" aria-label={message('list.filters')}>
      <Field.Root>
        <Field.Label>{message('column.state')}</Field.Label>
        <SingleSelect
          value={query.state ?? ''}
          placeholder={message('list.filter.any')}
          onClear={() => change({ state: undefined })}
          clearLabel={message('list.filter.clear')}
          onChange={(value) => change({ state: value as DeliveryState })}
        >
          {DELIVERY_STATES.map((state) => (
            <SingleSelectOption key={state} value={state}>
              {message(`state.${state}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      <Field.Root>
        <Field.Label>{message('list.filter.kind')}</Field.Label>
        <SingleSelect
          value={query.kind ?? ''}
          placeholder={message('list.filter.any')}
          onClear={() => change({ kind: undefined })}
          clearLabel={message('list.filter.clear')}
          onChange={(value) => change({ kind: String(value) })}
        >
          {kinds.map(({ key, name }) => (
            <SingleSelectOption key={key} value={key}>
              {name}
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
          onClick={() => change({ state: undefined, kind: undefined, from: undefined, to: undefined })}
        >
          {message('list.filters.clear')}
        </Button>
      )}
    </Row>
  );
}
