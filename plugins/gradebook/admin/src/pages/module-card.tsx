import { Badge, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { ModuleSummary } from '../../../shared/contracts/gradebook';
import { ProgressMeter } from '../progress-meter';
import { useMessage } from '../translations/use-message';

export const ModuleGrid = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(28rem, 100%), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
`;

const CardLink = styled(Link)`
  display: block;
  height: 100%;
  text-decoration: none;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  padding: ${({ theme }) => theme.spaces[5]};

  &:hover {
    border-color: ${({ theme }) => theme.colors.primary500};
  }

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** One module in the list: its name, how many students it has, how many of them have a mark. */
export function ModuleCard({ module }: { module: ModuleSummary }) {
  const message = useMessage();
  const { moduleKey, code, name, students, graded } = module;
  return (
    <li>
      <CardLink to={moduleKey}>
        <Flex direction="column" alignItems="stretch" justifyContent="space-between" height="100%" gap={4}>
          <Flex direction="column" alignItems="flex-start" gap={2}>
            <Badge>{code}</Badge>
            <Typography variant="delta" tag="h2" textColor="neutral800">
              {name}
            </Typography>
          </Flex>
          <Flex direction="column" alignItems="stretch" gap={2}>
            <Flex justifyContent="space-between" gap={2} wrap="wrap">
              <Typography variant="pi" textColor="neutral600">
                {message('modules.students', { count: students })}
              </Typography>
              {students > 0 && (
                <Typography variant="pi" textColor="neutral600">
                  {message('modules.graded', { graded, students })}
                </Typography>
              )}
            </Flex>
            <ProgressMeter done={graded} total={students} />
          </Flex>
        </Flex>
      </CardLink>
    </li>
  );
}
