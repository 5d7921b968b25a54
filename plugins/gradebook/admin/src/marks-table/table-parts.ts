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

/** For a table that may be larger than the dialog it stands in: it scrolls in itself, also by keyboard. */
export const TableFrame = styled.div.attrs({ tabIndex: 0, role: 'region' })`
  max-height: 32rem;
  overflow: auto;
`;

/** The widths are fixed: with a row that comes into sight no column moves. */
export const MarksGrid = styled(PlainTable)`
  table-layout: fixed;
  min-width: 84rem;

  th {
    white-space: nowrap;
  }
  th:nth-child(1) {
    width: var(--names);
    white-space: normal;
  }
  th:nth-child(2) {
    width: var(--marks);
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
  // On a phone names and marks are seen side by side.
  --names: 18rem;
  --marks: 15rem;
  ${({ theme }) => theme.breakpoints.medium} {
    --names: 24rem;
    --marks: 18rem;
  }
  overflow: auto;
  max-height: max(32rem, calc(100vh - 24rem));
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  background: ${({ theme }) => theme.colors.neutral0};
  // A field that Tab brings in must not come to stand under the headings, nor under the names.
  scroll-padding: 6rem ${({ theme }) => theme.spaces[4]} ${({ theme }) => theme.spaces[4]} var(--names);
`;

/** `$first`: stays at the side as well, above the names that pass under it. */
export const ColumnHeading = styled.th<{ $first?: boolean }>`
  position: sticky;
  top: 0;
  z-index: ${({ $first }) => ($first ? 3 : 2)};
  ${({ $first }) => $first && 'left: 0;'}
  text-align: left;
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
