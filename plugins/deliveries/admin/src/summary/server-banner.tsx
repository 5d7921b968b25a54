import { Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import type { ServerReport } from '../../../shared/contracts/administration';
import { useMessage } from '../translations/use-message';
import { useTimes } from '../translations/use-times';

const Banner = styled.section`
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[4]};
  padding: ${({ theme }) => theme.spaces[5]};
  border: 1px solid ${({ theme }) => theme.colors.danger600};
  border-left-width: 0.6rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  overflow-wrap: anywhere;
`;

/** Says that mail is down, what that means and when the next mail tries. Nothing while the server takes mail. */
export function ServerBanner({ server }: { server: ServerReport }) {
  const message = useMessage();
  const { date, exact } = useTimes();
  const { downSince, nextTryAt, answer } = server;
  // Said to a screen reader when it appears: so the region is there before.
  return (
    <div role="status">
      {downSince && (
        <Banner aria-label={message('down.label')}>
          <WarningCircle width="2.4rem" height="2.4rem" fill="danger600" aria-hidden />
          <Flex direction="column" alignItems="flex-start" gap={2}>
            <Typography tag="h2" variant="delta" textColor="neutral800">
              {message('down.title', { since: date(downSince) })}
            </Typography>
            {answer && (
              <Typography tag="p" textColor="neutral800">
                {message('down.answer', { answer })}
              </Typography>
            )}
            <Typography tag="p" textColor="neutral800">
              {message('down.nothing-lost')}{' '}
              {nextTryAt && new Date(nextTryAt) > new Date()
                ? message('down.next', { at: exact(nextTryAt) })
                : message('down.next.now')}
            </Typography>
          </Flex>
        </Banner>
      )}
    </div>
  );
}
