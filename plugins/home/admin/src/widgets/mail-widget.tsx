import { useAsked } from '../api/use-asked';
import { useMessage } from '../translations/use-message';
import { Answered, Figure, Figures } from './parts';

/** What of the deliveries' `GET /deliveries/summary` is shown here. */
interface MailSummary {
  data: {
    refused: number;
    givenUp: number;
    waiting: number;
    server: { downSince: string | null };
  };
}

/** Mails that somebody should look at. */
export function MailWidget() {
  const message = useMessage();
  const asked = useAsked<MailSummary>('/deliveries/summary');
  return (
    <Answered asked={asked}>
      {({ data: { refused, givenUp, waiting, server } }) => (
        <>
          <Figures>
            <Figure value={refused} bad={refused > 0}>
              {message('mail.refused', { count: refused })}
            </Figure>
            <Figure value={givenUp} bad={givenUp > 0}>
              {message('mail.given-up', { count: givenUp })}
            </Figure>
            <Figure value={waiting} bad={server.downSince !== null}>
              {message(server.downSince === null ? 'mail.waiting' : 'mail.waiting.down', { count: waiting })}
            </Figure>
          </Figures>
        </>
      )}
    </Answered>
  );
}
