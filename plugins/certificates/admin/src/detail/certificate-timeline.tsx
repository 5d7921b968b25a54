import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Happening, TimelineEntry } from '../../../shared/contracts/administration';
import { useMessage } from '../translations/use-message';

const List = styled.ol`
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};
  border-left: 2px solid ${({ theme }) => theme.colors.neutral200};
  padding-left: ${({ theme }) => theme.spaces[5]};
  margin-left: ${({ theme }) => theme.spaces[2]};
`;

const TONES: Partial<Record<Happening, 'success600' | 'danger600' | 'warning600'>> = {
  'mail-sent': 'success600',
  'mail-refused': 'danger600',
  'mail-deferred': 'warning600',
  'mail-unknown': 'warning600',
  revoked: 'danger600',
};

const Dot = styled.span<{ $tone: string }>`
  position: absolute;
  width: 1.2rem;
  height: 1.2rem;
  border-radius: 50%;
  // Over the line, whose middle is one pixel left of where the list begins.
  left: calc(-0.6rem - 1px - ${({ theme }) => theme.spaces[5]});
  top: 0.4rem;
  border: 2px solid ${({ theme }) => theme.colors.neutral0};
  background: ${({ theme, $tone }) => (theme.colors as unknown as Record<string, string>)[$tone]};
`;

/** Everything that happened to a certificate, and who did it. */
export function CertificateTimeline({ timeline }: { timeline: TimelineEntry[] }) {
  const message = useMessage();
  const { formatDate } = useIntl();
  return (
    <List>
      {timeline.map(({ what, at, actor, reason }, index) => (
        <Box key={`${at}-${index}`} tag="li" position="relative">
          <Dot $tone={TONES[what] ?? 'primary600'} aria-hidden />
          <Flex direction="column" alignItems="flex-start">
            <Typography fontWeight="semiBold" textColor="neutral800">
              {message(`happening.${what}`)}
            </Typography>
            {reason && (
              <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
                {reason}
              </Typography>
            )}
            <Typography variant="pi" textColor="neutral600">
              {`${formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}${actor ? ` · ${actor}` : ''}`}
            </Typography>
          </Flex>
        </Box>
      ))}
    </List>
  );
}
