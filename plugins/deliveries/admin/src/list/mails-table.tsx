import { Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { ListedMail, Sort } from '../../../shared/contracts/administration';
import { DeliveryState } from '../delivery-state';
import { useMessage } from '../translations/use-message';
import { useTimes } from '../translations/use-times';
import { SortableHeading } from './sortable-heading';

/** A longer text in a table, where nothing else wraps: two lines of it. */
const Clamped = styled(Typography).attrs({ tag: 'p', textColor: 'neutral800' })`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
  overflow: hidden;
  width: 26rem;
  white-space: normal;
  overflow-wrap: anywhere;
`;

/** What does not fit is cut off; the mail's own page has all of it. */
const Address = styled(Link<typeof NavLink>)`
  max-width: 30rem;

  > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;

interface Props {
  mails: ListedMail[];
  sort: Sort;
  onSort(to: Sort): void;
}

/** One row for each mail, led to by its address. */
export function MailsTable({ mails, sort, onSort }: Props) {
  const message = useMessage();
  const { date } = useTimes();
  const when = ({ sentAt, nextAttemptAt }: ListedMail): string =>
    sentAt
      ? message('when.sent', { at: date(sentAt) })
      : nextAttemptAt
        ? message('when.next', { at: date(nextAttemptAt) })
        : '';
  const heading = (column: 'to' | 'subject' | 'state' | 'attempts') => (
    <Th key={column}>
      <Typography variant="sigma" textColor="neutral600">
        {message(`column.${column}`)}
      </Typography>
    </Th>
  );
  return (
    <Table colCount={5} rowCount={mails.length + 1} aria-label={message('list.title')}>
      <Thead>
        <Tr>
          {(['to', 'subject', 'state'] as const).map(heading)}
          <SortableHeading sort={sort} onSort={onSort} />
          {heading('attempts')}
        </Tr>
      </Thead>
      <Tbody>
        {mails.map((mail) => (
          <Tr key={mail.id}>
            <Td>
              <Address tag={NavLink} to={mail.id} title={mail.to}>
                {mail.to}
              </Address>
            </Td>
            <Td>
              <Clamped title={mail.subject ?? ''}>{mail.subject ?? message('subject.none')}</Clamped>
              <Typography variant="pi" textColor="neutral600">
                {mail.kindName}
              </Typography>
            </Td>
            <Td>
              <DeliveryState state={mail.state} />
              {when(mail) && (
                <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={1}>
                  {when(mail)}
                </Typography>
              )}
              {mail.state !== 'sent' && mail.lastAnswer && (
                <Clamped title={mail.lastAnswer}>{mail.lastAnswer}</Clamped>
              )}
            </Td>
            <Td>
              <Typography textColor="neutral800">{date(mail.queuedAt)}</Typography>
            </Td>
            <Td>
              <Typography textColor="neutral800">{mail.attempts}</Typography>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
