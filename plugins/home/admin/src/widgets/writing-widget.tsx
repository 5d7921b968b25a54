import type { WritingResponse } from '../../../shared/contracts/home';
import { useAsked } from '../api/use-asked';
import { useMessage } from '../translations/use-message';
import { Answered, Figure, Figures, Line, Lines } from './parts';

/** For authors: what is not published or not translated yet; where all is, what was edited last. */
export function WritingWidget() {
  const message = useMessage();
  const asked = useAsked<WritingResponse>('/home/writing');
  return (
    <Answered asked={asked}>
      {({ data: { drafts, modified, untranslated, newest, edited } }) => (
        <>
          <Figures>
            <Figure value={drafts}>{message('writing.drafts', { count: drafts })}</Figure>
            <Figure value={modified}>{message('writing.modified', { count: modified })}</Figure>
            <Figure value={untranslated}>{message('writing.untranslated', { count: untranslated })}</Figure>
          </Figures>
          {(newest.length > 0 || edited.length > 0) && (
            <Lines title={message(newest.length > 0 ? 'writing.newest' : 'writing.edited')}>
              {(newest.length > 0 ? newest : edited).map(({ type, documentId, title, locale, state }) => (
                <Line
                  key={`${documentId}${locale}`}
                  to={`/content-manager/collection-types/api::${type}.${type}/${documentId}?plugins[i18n][locale]=${locale}`}
                  end={`${locale.toUpperCase()} ${message(`writing.state.${state}`)}`}
                >
                  {title}
                </Line>
              ))}
            </Lines>
          )}
        </>
      )}
    </Answered>
  );
}
