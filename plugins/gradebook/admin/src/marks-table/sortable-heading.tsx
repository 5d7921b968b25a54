import { Flex, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Sort } from '../editing/row-order';
import { useMessage } from '../translations/use-message';
import { ColumnHeading } from './table-parts';

interface Props {
  by: Sort['by'];
  sort: Sort;
  onSort: (by: Sort['by']) => void;
}

const HeadingButton = styled.button`
  padding: ${({ theme }) => theme.spaces[1]} 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  cursor: pointer;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** The heading of a column that the rows can be ordered by; an arrow shows which one they are ordered by, and how. */
export function SortableHeading({ by, sort, onSort }: Props) {
  const message = useMessage();
  const active = sort.by === by;
  const Arrow = sort.descending ? CaretDown : CaretUp;
  return (
    <ColumnHeading
      $first={by === 'name'}
      scope="col"
      aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <HeadingButton
        type="button"
        title={message(by === 'name' ? 'column.sort.name' : 'column.sort.mark')}
        onClick={() => onSort(by)}
      >
        <Flex gap={2}>
          <Typography variant="sigma" textColor={active ? 'neutral800' : 'neutral600'}>
            {message(by === 'name' ? 'column.student' : 'column.mark')}
          </Typography>
          {active && <Arrow width="1rem" height="1rem" fill="neutral800" aria-hidden />}
        </Flex>
      </HeadingButton>
    </ColumnHeading>
  );
}
