import type { TeachingResponse } from '../../../shared/contracts/home';
import { useAsked } from '../api/use-asked';
import { useMessage } from '../translations/use-message';
import { Answered, Figure, Figures, Line, Lines } from './parts';

/** For teachers: whom to grade. */
export function TeachingWidget() {
  const message = useMessage();
  const asked = useAsked<TeachingResponse>('/home/teaching');
  return (
    <Answered asked={asked}>
      {({ data: { waiting, modules } }) => (
        <>
          <Figures>
            <Figure value={waiting}>{message('teaching.waiting', { count: waiting })}</Figure>
          </Figures>
          {modules.length > 0 && (
            <Lines title={message('teaching.modules')}>
              {modules.map(({ moduleKey, code, name, waiting: here, students }) => (
                <Line
                  key={moduleKey}
                  to={`/plugins/gradebook/${moduleKey}`}
                  end={message('teaching.of', { waiting: here, students })}
                >
                  {`${code} · ${name}`}
                </Line>
              ))}
            </Lines>
          )}
        </>
      )}
    </Answered>
  );
}
