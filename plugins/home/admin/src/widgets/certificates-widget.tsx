import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useAsked } from '../api/use-asked';
import { useMessage } from '../translations/use-message';
import { Answered, Figure, Figures, Line, Lines } from './parts';

/** What of the certificates' `GET /certificates/issued` is shown here. */
interface IssuedList {
  data: {
    id: string;
    recipient: string;
    subject: string | null;
    issuedAt: string;
  }[];
  pagination: { total: number };
}

/** The first day of the month, as the list of certificates counts days: in UTC. */
const firstOfMonth = (): string => `${new Date().toISOString().slice(0, 7)}-01`;

/** How many certificates this month, and the last of them. */
export function CertificatesWidget() {
  const message = useMessage();
  const { formatDate } = useIntl();
  const path = useMemo(() => `/certificates/issued?from=${firstOfMonth()}&pageSize=10`, []);
  const asked = useAsked<IssuedList>(path);
  return (
    <Answered asked={asked}>
      {({ data, pagination: { total } }) => (
        <>
          <Figures>
            <Figure value={total}>{message('certificates.month', { count: total })}</Figure>
          </Figures>
          {data.length > 0 && (
            <Lines title={message('certificates.newest')}>
              {data.slice(0, 5).map(({ id, recipient, subject, issuedAt }) => (
                <Line
                  key={id}
                  to={`/plugins/certificates/${id}`}
                  end={formatDate(issuedAt, { day: 'numeric', month: 'short' })}
                >
                  {[recipient || message('certificates.left'), subject].filter(Boolean).join(' · ')}
                </Line>
              ))}
            </Lines>
          )}
        </>
      )}
    </Answered>
  );
}
