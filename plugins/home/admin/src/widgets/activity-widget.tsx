import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { TeachingResponse } from '../../../shared/contracts/home';
import { useAsked } from '../api/use-asked';
import { useMessage } from '../translations/use-message';
import { Answered, Line, List } from './parts';

/** For teachers: what their students have finished last. */
export function ActivityWidget() {
  const message = useMessage();
  const { formatDate } = useIntl();
  const asked = useAsked<TeachingResponse>('/home/teaching');
  return (
    <Answered asked={asked}>
      {({ data: { activity } }) =>
        activity.length === 0 ? (
          <Typography textColor="neutral600">{message('activity.none')}</Typography>
        ) : (
          <List>
            {activity.map(({ student, code, lesson, at }) => (
              <Line
                key={`${student}${at}`}
                end={formatDate(at, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })}
              >
                {message('activity.finished', { student, code, lesson })}
              </Line>
            ))}
          </List>
        )
      }
    </Answered>
  );
}
