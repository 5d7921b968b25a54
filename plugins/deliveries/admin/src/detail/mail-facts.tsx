import { Link, Typography } from '@strapi/design-system';
import { Fragment, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { MailDetail } from '../../../shared/contracts/administration';
import { DeliveryState } from '../delivery-state';
import { useMessage, type MessageKey } from '../translations/use-message';
import { useTimes } from '../translations/use-times';

const Facts = styled.dl`
  display: grid;
  grid-template-columns: minmax(8rem, auto) minmax(0, 1fr);
  gap: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
  align-items: baseline;
  overflow-wrap: anywhere;
`;

const TIMES = ['queuedAt', 'nextAttemptAt', 'sentAt', 'refusedAt', 'givenUpAt', 'cancelledAt'] as const;

/** Everything that is known of a mail, apart from its text. */
export function MailFacts({ mail }: { mail: MailDetail }) {
  const message = useMessage();
  const { exact } = useTimes();
  const { formatDisplayName } = useIntl();
  /** A mail may be in a language that nobody here has a name for. */
  const languageName = (code: string): string => formatDisplayName(code, { type: 'language' }) ?? code;
  const text = (value: ReactNode) => <Typography textColor="neutral800">{value}</Typography>;
  const urgency: MessageKey =
    mail.priority > 0 ? 'priority.urgent' : mail.priority < 0 ? 'priority.bulk' : 'priority.usual';

  const facts: [string, ReactNode][] = [
    [message('column.state'), <DeliveryState key="state" state={mail.state} />],
    [message('column.to'), text(mail.to)],
    [message('column.subject'), text(mail.subject ?? message('subject.none'))],
    [message('list.filter.kind'), text(mail.kindName)],
    ...(mail.certificateId
      ? ([
          [
            message('fact.about'),
            <Link key="about" tag={NavLink} to={`/plugins/certificates/${mail.certificateId}`}>
              {message('fact.certificate')}
            </Link>,
          ],
        ] as [string, ReactNode][])
      : []),
    ...TIMES.flatMap((name) => {
      const at = mail[name];
      return at ? ([[message(`fact.${name}`), text(exact(at))]] as [string, ReactNode][]) : [];
    }),
    [message('column.attempts'), text(mail.attempts)],
    ...(mail.lastAnswer
      ? ([[message('column.answer'), text(mail.lastAnswer)]] as [string, ReactNode][])
      : []),
    [message('fact.language'), text(languageName(mail.language))],
    [message('fact.priority'), text(message(urgency))],
    [message('fact.message-id'), text(mail.messageId)],
    [message('fact.key'), text(mail.key)],
  ];
  return (
    <Facts>
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <Typography tag="dt" variant="sigma" textColor="neutral600">
            {name}
          </Typography>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </Facts>
  );
}
