import { Box, Typography, VisuallyHidden } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Summary } from '../../../shared/contracts/administration';
import { useMessage } from '../translations/use-message';

const HEIGHT_REM = 6;
/** Between two hours that are written below the chart. */
const LABEL_EVERY = 6;

const Bars = styled.ul`
  display: flex;
  align-items: flex-end;
  gap: 2px;
  list-style: none;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral300};
  min-height: ${HEIGHT_REM}rem;
`;

const Bar = styled.li<{ $height: number }>`
  flex: 1 1 0;
  min-width: 0;
  height: ${({ $height }) => $height}rem;
  border-radius: 2px 2px 0 0;
  background: ${({ theme }) => theme.colors.primary600};
`;

const Hours = styled.div`
  display: flex;
  justify-content: space-between;
`;

/** How many mails went out in each hour of the last day, as bars; to a screen reader each bar is a sentence. */
export function SentPerHour({ hours }: { hours: Summary['sentPerHour'] }) {
  const message = useMessage();
  const { formatTime } = useIntl();
  const highest = Math.max(0, ...hours.map(({ count }) => count));
  if (highest === 0)
    return (
      <Typography tag="p" variant="pi" textColor="neutral600">
        {message('summary.per-hour.none')}
      </Typography>
    );
  // What went out at all is seen, however little beside a busy hour.
  const rem = (count: number): number => (count === 0 ? 0 : Math.max(0.3, (HEIGHT_REM * count) / highest));
  return (
    <Box paddingTop={3}>
      <Bars aria-label={message('summary.per-hour')}>
        {hours.map(({ at, count }) => {
          const sentence = message('summary.hour', { hour: formatTime(at), count });
          return (
            <Bar key={at} $height={rem(count)} title={sentence}>
              <VisuallyHidden>{sentence}</VisuallyHidden>
            </Bar>
          );
        })}
      </Bars>
      <Hours aria-hidden>
        {hours
          .filter((_, index) => index % LABEL_EVERY === 0)
          .map(({ at }) => (
            <Typography key={at} variant="pi" textColor="neutral600">
              {formatTime(at)}
            </Typography>
          ))}
      </Hours>
    </Box>
  );
}
