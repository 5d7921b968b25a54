import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Bin } from '../../../shared/distribution';
import { useMessage } from '../translations/use-message';

const BAR_AREA_REM = 8;

const Bars = styled.ul`
  display: flex;
  align-items: flex-end;
  gap: ${({ theme }) => theme.spaces[1]};
  list-style: none;
`;

const Column = styled.li`
  flex: 1 1 0;
  min-width: 0;
  text-align: center;
`;

/** Height in rem; the base line stays where there is nothing to draw. */
const Bar = styled.div<{ $height: number; $passed: boolean }>`
  height: ${({ $height }) => $height}rem;
  background: ${({ theme, $passed }) => ($passed ? theme.colors.primary500 : theme.colors.neutral400)};
`;

const Swatch = styled.span<{ $passed: boolean }>`
  display: inline-block;
  width: 1rem;
  height: 1rem;
  margin-right: ${({ theme }) => theme.spaces[1]};
  background: ${({ theme, $passed }) => ($passed ? theme.colors.primary500 : theme.colors.neutral400)};
`;

const BaseLine = styled.div`
  border-top: 1px solid ${({ theme }) => theme.colors.neutral300};
  margin-bottom: ${({ theme }) => theme.spaces[1]};
`;

/** How the marks spread, as bars; to a screen reader each bar is a sentence. */
export function Histogram({ bins }: { bins: Bin[] }) {
  const message = useMessage();
  const { formatNumber } = useIntl();
  const highest = Math.max(0, ...bins.map(({ count }) => count));
  if (highest === 0) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {message('statistics.distribution.none')}
      </Typography>
    );
  }

  const sentence = (bin: Bin, index: number): string => {
    const last = index === bins.length - 1;
    // The last of the whole marks is one mark alone: nothing lies above the scale.
    const key = !last
      ? 'statistics.bin'
      : bin.to - bin.from === 1
        ? 'statistics.bin.highest'
        : 'statistics.bin.last';
    return message(key, { from: formatNumber(bin.from), to: formatNumber(bin.to), count: bin.count });
  };
  const rem = (count: number): number => (BAR_AREA_REM * count) / highest;

  return (
    <Box>
      <Bars aria-label={message('statistics.distribution')}>
        {bins.map((bin, index) => (
          <Column key={bin.from} aria-label={sentence(bin, index)} title={sentence(bin, index)}>
            <div aria-hidden>
              <Typography variant="pi" textColor="neutral700">
                {bin.count > 0 ? bin.count : '\u00a0'}
              </Typography>
              <Bar $height={rem(bin.passed)} $passed />
              <Bar $height={rem(bin.count - bin.passed)} $passed={false} />
              <BaseLine />
              <Typography variant="pi" textColor="neutral600">
                {formatNumber(bin.from)}
              </Typography>
            </div>
          </Column>
        ))}
      </Bars>
      <Flex gap={4} paddingTop={2} aria-hidden>
        {[true, false].map((passed) => (
          <Typography key={String(passed)} variant="pi" textColor="neutral600">
            <Swatch $passed={passed} />
            {message(passed ? 'statistics.passed' : 'statistics.failed')}
          </Typography>
        ))}
      </Flex>
    </Box>
  );
}
