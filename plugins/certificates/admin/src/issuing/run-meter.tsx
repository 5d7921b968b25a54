import { styled } from 'styled-components';

const Track = styled.div`
  height: 0.8rem;
  border-radius: 0.4rem;
  overflow: hidden;
  background: ${({ theme }) => theme.colors.neutral200};
`;

const Fill = styled.div<{ $share: number }>`
  height: 100%;
  width: ${({ $share }) => 100 * $share}%;
  background: ${({ theme }) => theme.colors.primary600};
  transition: width 0.4s;
  @media (prefers-reduced-motion: reduce) {
    transition: none;
  }
`;

/** How far a run is. */
export function RunMeter({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <Track role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done}>
      <Fill $share={total === 0 ? 1 : done / total} />
    </Track>
  );
}
