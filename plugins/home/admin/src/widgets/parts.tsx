import { Box, Flex, Link as TextLink, Loader, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { Asked } from '../api/use-asked';
import { useMessage } from '../translations/use-message';

/** What a widget shows once its answer is there. */
export function Answered<Answer>({
  asked,
  children,
}: {
  asked: Asked<Answer>;
  children(answer: Answer): ReactNode;
}) {
  const message = useMessage();
  // Strapi's own for this is a landmark `main`, of which a page has one.
  if (asked.state === 'loading')
    return (
      <Flex justifyContent="center" width="100%">
        <Loader small>{message('loading')}</Loader>
      </Flex>
    );
  if (asked.state === 'failed') return <Widget.Error />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {children(asked.answer)}
    </Flex>
  );
}

/** One number and what it is of. */
export const Figure = ({
  value,
  children,
  bad = false,
}: {
  value: ReactNode;
  children: ReactNode;
  bad?: boolean;
}) => (
  <Flex direction="column" alignItems="flex-start" flex="1" minWidth="9rem">
    <Typography variant="alpha" tag="span" textColor={bad ? 'danger600' : 'neutral800'}>
      {value}
    </Typography>
    <Typography variant="pi" tag="span" textColor="neutral600">
      {children}
    </Typography>
  </Flex>
);

export const Figures = ({ children }: { children: ReactNode }) => (
  <Flex gap={4} wrap="wrap" alignItems="flex-start">
    {children}
  </Flex>
);

export const List = ({ children }: { children: ReactNode }) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
    {children}
  </Flex>
);

export const Lines = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box>
    <Typography variant="sigma" tag="h3" textColor="neutral600">
      {title}
    </Typography>
    <Box paddingTop={2}>
      <List>{children}</List>
    </Box>
  </Box>
);

/** A line of a widget: where it leads, and what is said at its end. */
export const Line = ({ to, children, end }: { to?: string; children: ReactNode; end?: ReactNode }) => (
  <Flex tag="li" justifyContent="space-between" alignItems="baseline" gap={3}>
    {to ? (
      <TextLink tag={Link} to={to}>
        {children}
      </TextLink>
    ) : (
      <Typography textColor="neutral800">{children}</Typography>
    )}
    <Box shrink={0}>
      <Typography variant="pi" textColor="neutral600">
        {end}
      </Typography>
    </Box>
  </Flex>
);
