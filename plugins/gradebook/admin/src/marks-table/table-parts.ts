import { createElement } from 'react';
import { styled } from 'styled-components';

/**
 * A plain table in the admin's colours. The design system's own takes the arrow keys, Enter and Tab for walking from cell
 * to cell and lets only one cell be reached by Tab; in a table of text fields those keys belong to the fields (M2).
 */
export const PlainTable = styled.table`
  width: 100%;
  border-collapse: separate;
  border-spacing: 0;
  background: ${({ theme }) => theme.colors.neutral0};
`;

/** The widths are fixed: with a row that comes into sight no column moves. */
export const MarksGrid = styled(PlainTable)`
  table-layout: fixed;
  min-width: 84rem;

  th:nth-child(1) {
    width: 24rem;
  }
  th:nth-child(2) {
    width: 18rem;
  }
  th:nth-child(4) {
    width: 15rem;
  }
  th:nth-child(5) {
    width: 12rem;
  }
`;

/** Stands in the body of a table for rows that are not drawn. @param height pixels */
export const Gap = ({ height }: { height: number }) =>
  height > 0
    ? createElement(
        'tr',
        { 'aria-hidden': true },
        createElement('td', { colSpan: 5, style: { height, padding: 0 } }),
      )
    : null;

/** Scrolls in itself, both ways, so that the headings and the names stay where they are. */
export const ScrollFrame = styled.div`
  overflow: auto;
  max-height: max(32rem, calc(100vh - 24rem));
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  background: ${({ theme }) => theme.colors.neutral0};
  // A field that Tab brings in must not come to stand under the headings.
  scroll-padding: 6rem ${({ theme }) => theme.spaces[4]} ${({ theme }) => theme.spaces[4]} 0;
`;

/** `$first`: stays at the side as well, above the names that pass under it. */
export const ColumnHeading = styled.th<{ $first?: boolean }>`
  position: sticky;
  top: 0;
  z-index: ${({ $first }) => ($first ? 3 : 2)};
  ${({ $first }) => $first && 'left: 0;'}
  text-align: left;
  white-space: nowrap;
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
  height: 4.8rem;
  background: ${({ theme }) => theme.colors.neutral100};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

export const BodyRow = styled.tr`
  & > * {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
`;

/** `$unsaved`: what stands in it is not what is stored; the bar is drawn inside, so nothing moves. */
export const Cell = styled.td<{ $unsaved?: boolean }>`
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
  vertical-align: top;
  ${({ theme, $unsaved }) => $unsaved && `box-shadow: inset 3px 0 0 ${theme.colors.primary600};`}
  ${({ theme, $unsaved }) => $unsaved && `background: ${theme.colors.primary100};`}
`;

export const FirstCell = styled.th`
  position: sticky;
  left: 0;
  z-index: 1;
  text-align: left;
  font-weight: inherit;
  overflow-wrap: anywhere;
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
  vertical-align: top;
  background: ${({ theme }) => theme.colors.neutral0};
  border-right: 1px solid ${({ theme }) => theme.colors.neutral150};
`;
