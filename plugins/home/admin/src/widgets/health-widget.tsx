import { Status, Typography } from '@strapi/design-system';
import type { HealthResponse } from '../../../shared/contracts/home';
import { useAsked } from '../api/use-asked';
import { useMessage, type MessageKey } from '../translations/use-message';
import en from '../translations/en.json';
import { Answered, Figure, Figures, Line, Lines } from './parts';

/** A worker takes what is ready within seconds; what waits longer has none, or one that hangs. */
const LATE_SECONDS = 120;

/** For administrators: whether the parts that Lumino stands on are well. */
export function HealthWidget() {
  const message = useMessage();
  const asked = useAsked<HealthResponse>('/home/health');
  const nameOf = (check: string): string =>
    `health.check.${check}` in en ? message(`health.check.${check}` as MessageKey) : check;
  return (
    <Answered asked={asked}>
      {({ data: { checks, workers, oldestWaitingSeconds, jobs, dead } }) => {
        const lines = [
          ...checks.map(({ name, ok }) => ({ name: nameOf(name), ok })),
          { name: message('health.check.worker'), ok: workers > 0 },
          { name: message('health.check.pace'), ok: oldestWaitingSeconds < LATE_SECONDS },
        ];
        return (
          <>
            <Figures>
              <Figure value={jobs}>{message('health.jobs', { count: jobs })}</Figure>
              <Figure value={dead} bad={dead > 0}>
                {message('health.dead', { count: dead })}
              </Figure>
            </Figures>
            <Lines title={message('health.checks')}>
              {lines.map(({ name, ok }) => (
                <Line
                  key={name}
                  end={
                    <Status variant={ok ? 'success' : 'danger'} size="XS">
                      <Typography tag="span" fontWeight="bold">
                        {message(ok ? 'health.ok' : 'health.bad')}
                      </Typography>
                    </Status>
                  }
                >
                  {name}
                </Line>
              ))}
            </Lines>
          </>
        );
      }}
    </Answered>
  );
}
