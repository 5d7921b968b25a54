import { Flex, Th, Typography, VisuallyHidden } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Sort } from '../../../shared/contracts/administration';
import { useMessage } from '../translations/use-message';

const HeadingButton = styled.button`
  padding: ${({ theme }) => theme.spaces[1]} 0;
  border-radius: ${({ theme }) => theme.borderRadius};
  cursor: pointer;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** The heading of the column that the mails are ordered by; an arrow shows how. */
export function SortableHeading({ sort, onSort }: { sort: Sort; onSort(to: Sort): void }) {
  const message = useMessage();
  const descending = sort === 'queuedAt:desc';
  const Arrow = descending ? CaretDown : CaretUp;
  return (
    <Th>
      <HeadingButton
        type="button"
        title={message('column.queued.sort')}
        onClick={() => onSort(descending ? 'queuedAt:asc' : 'queuedAt:desc')}
      >
        <Flex gap={2}>
          <Typography variant="sigma" textColor="neutral800">
            {message('column.queued')}
          </Typography>
          {/* The table's cells are those of a grid, which know no `aria-sort`. */}
          <VisuallyHidden>{message(descending ? 'sort.newest' : 'sort.oldest')}</VisuallyHidden>
          <Arrow width="1rem" height="1rem" fill="neutral800" aria-hidden />
        </Flex>
      </HeadingButton>
    </Th>
  );
}
