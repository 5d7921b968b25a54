import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import { classStatistics } from '../../../shared/class-statistics';
import { distributionOf } from '../../../shared/distribution';
import type { Scale } from '../../../shared/mark-scale';
import { useMessage } from '../translations/use-message';
import { Histogram } from './histogram';

const Panel = styled.section`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr));
  gap: ${({ theme }) => theme.spaces[6]};
  align-items: center;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  padding: ${({ theme }) => theme.spaces[5]};
`;

const Figures = styled.dl`
  display: grid;
  grid-template-columns: repeat(2, 1fr);
  gap: ${({ theme }) => theme.spaces[4]};
`;

/** The class in four numbers and a chart. It follows what is being typed: so a teacher sees what a save will make of it. */
export function ClassOverview({ marks, scale }: { marks: (number | null)[]; scale: Scale }) {
  const message = useMessage();
  const { formatNumber } = useIntl();
  const { students, graded, mean, median, passRate } = classStatistics(marks, scale.passMark);
  const none = message('statistics.none');
  const rounded = (value: number | null): string =>
    value === null ? none : formatNumber(value, { maximumFractionDigits: 2 });

  const figures = [
    [message('statistics.mean'), rounded(mean)],
    [message('statistics.median'), rounded(median)],
    [message('statistics.graded'), message('statistics.graded.value', { graded, students })],
    [
      message('statistics.pass-rate'),
      passRate === null ? none : formatNumber(passRate, { style: 'percent', maximumFractionDigits: 0 }),
    ],
  ];
  return (
    <Panel aria-label={message('statistics.title')}>
      <Figures>
        {figures.map(([name, value]) => (
          <Flex key={name} direction="column" alignItems="flex-start" gap={1}>
            <Typography tag="dt" variant="sigma" textColor="neutral600">
              {name}
            </Typography>
            <Typography tag="dd" variant="beta" textColor="neutral800">
              {value}
            </Typography>
          </Flex>
        ))}
      </Figures>
      <Box>
        <Typography tag="h2" variant="sigma" textColor="neutral600">
          {message('statistics.distribution')}
        </Typography>
        <Histogram
          bins={distributionOf(
            marks.filter((mark): mark is number => mark !== null),
            scale,
          )}
        />
      </Box>
    </Panel>
  );
}
