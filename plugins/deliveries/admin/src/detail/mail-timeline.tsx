import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { MailDetail, MailTry } from '../../../shared/contracts/administration';
import { useMessage } from '../translations/use-message';
import { useTimes } from '../translations/use-times';

const List = styled.ol`
  display: grid;
  gap: ${({ theme }) => theme.spaces[4]};
  border-left: 2px solid ${({ theme }) => theme.colors.neutral200};
  padding-left: ${({ theme }) => theme.spaces[5]};
  margin-left: ${({ theme }) => theme.spaces[2]};
`;

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

const TONES: Record<string, string> = {
  sent: 'success600',
  refused: 'danger600',
  deferred: 'warning600',
  unknown: 'warning600',
  'broken-off': 'warning600',
};

interface Entry {
  at: string;
  tone: string;
  title: string;
  answer: string | null;
  small: string[];
}

/** Every try to send a mail, and what staff did with it; the newest first. */
export function MailTimeline({ mail }: { mail: MailDetail }) {
  const message = useMessage();
  const { exact, milliseconds } = useTimes();

  const ofTry = ({
    number,
    startedAt,
    outcome,
    answer,
    milliseconds: took,
    wasGoingOut,
  }: MailTry): Entry => ({
    at: startedAt,
    tone: TONES[outcome ?? ''] ?? 'neutral600',
    title: message(`try.${outcome ?? 'running'}`, { number }),
    answer,
    small: [
      exact(startedAt),
      ...(took === null ? [] : [milliseconds(took)]),
      // Of one that was sent it goes without saying; of others it is what decides whether it may have arrived.
      ...(wasGoingOut && outcome !== 'sent' ? [message('try.going-out')] : []),
    ],
  });
  const entries: Entry[] = [
    ...mail.tries.map(ofTry),
    ...mail.audit.map(({ action, actor, at }) => ({
      at,
      tone: 'primary600',
      title: message(`audit.${action}`),
      answer: null,
      small: [exact(at), actor],
    })),
  ].sort((a, b) => b.at.localeCompare(a.at));

  if (entries.length === 0)
    return <Typography textColor="neutral600">{message('detail.timeline.none')}</Typography>;
  return (
    <List>
      {entries.map(({ at, tone, title, answer, small }, index) => (
        <Box key={`${at}-${entries.length - index}`} tag="li" position="relative">
          <Dot $tone={tone} aria-hidden />
          <Flex direction="column" alignItems="flex-start">
            <Typography fontWeight="semiBold" textColor="neutral800">
              {title}
            </Typography>
            {answer && (
              <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
                {answer}
              </Typography>
            )}
            <Typography variant="pi" textColor="neutral600">
              {small.join(' · ')}
            </Typography>
          </Flex>
        </Box>
      ))}
    </List>
  );
}
