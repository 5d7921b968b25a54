import { Box, Flex, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { Summary } from '../../../shared/contracts/administration';
import type { DeliveryState } from '../../../shared/contracts/deliveries';
import { useMessage } from '../translations/use-message';
import { useTimes } from '../translations/use-times';
import { SentPerHour } from './sent-per-hour';

const Section = styled.section`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(34rem, 100%), 1fr));
  gap: ${({ theme }) => theme.spaces[6]};
  align-items: center;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  padding: ${({ theme }) => theme.spaces[5]};
`;

const Figures = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
`;

/** How mail is doing: some numbers, and what went out in the last day. */
export function SummaryPanel({ summary }: { summary: Summary }) {
  const message = useMessage();
  const { formatNumber } = useIntl();
  const { duration } = useTimes();
  const { waiting, oldestWaitingSeconds, sent, refused, givenUp, sentPerHour } = summary;
  const number = (value: number, textColor = 'neutral800') => (
    <Typography variant="beta" textColor={textColor}>
      {formatNumber(value)}
    </Typography>
  );
  /** Leads to those it counts. */
  const linked = (value: number, state: DeliveryState) =>
    value === 0 ? (
      number(value)
    ) : (
      <Link tag={NavLink} to={`?state=${state}`}>
        {number(value, 'primary600')}
      </Link>
    );
  const figures: [string, ReactNode][] = [
    [message('summary.waiting'), number(waiting)],
    ...(oldestWaitingSeconds === null
      ? []
      : ([
          [
            message('summary.oldest'),
            <Typography key="oldest" variant="beta" textColor="neutral800">
              {duration(oldestWaitingSeconds)}
            </Typography>,
          ],
        ] as [string, ReactNode][])),
    [message('summary.sent'), number(sent)],
    [message('summary.refused'), linked(refused, 'refused')],
    [message('summary.given-up'), linked(givenUp, 'given-up')],
    ...(summary.work
      ? ([[message('summary.jobs'), number(summary.work.jobs)]] as [string, ReactNode][])
      : []),
  ];
  return (
    <Section aria-label={message('summary.title')}>
      <Figures>
        {figures.map(([name, value]) => (
          <Flex key={name} direction="column" alignItems="flex-start" gap={1}>
            <Typography tag="dt" variant="sigma" textColor="neutral600">
              {name}
            </Typography>
            <dd>{value}</dd>
          </Flex>
        ))}
      </Figures>
      <Box>
        <Typography tag="h2" variant="sigma" textColor="neutral600">
          {message('summary.per-hour')}
        </Typography>
        <SentPerHour hours={sentPerHour} />
      </Box>
    </Section>
  );
}
