import { styled } from 'styled-components';

const Track = styled.div`
  height: 0.4rem;
  border-radius: 0.2rem;
  overflow: hidden;
  background: ${({ theme }) => theme.colors.neutral200};
`;

const Fill = styled.div<{ $share: number }>`
  height: 100%;
  width: ${({ $share }) => 100 * $share}%;
  border-radius: inherit;
  background: ${({ theme }) => theme.colors.primary500};
`;

/**
 * How much of a whole is done, drawn; the numbers stand in words beside it, so a screen reader skips it. The design
 * system's own bar is light on dark, made for an upload.
 */
export function ProgressMeter({ done, total }: { done: number; total: number }) {
  return (
    <Track aria-hidden>
      <Fill $share={total === 0 ? 0 : Math.min(1, done / total)} />
    </Track>
  );
}
