import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { LOCALES, type OutlineLesson } from '../../../shared/contracts/outline';
import { useMessage } from '../translations/use-message';

/** The title of a lesson in the language of the admin, or else in another one. */
export function useLessonTitle(): (lesson: OutlineLesson) => string {
  const { locale } = useIntl();
  const message = useMessage();
  return useCallback(
    ({ texts }) =>
      [...LOCALES]
        .sort((a, b) => Number(b === locale) - Number(a === locale))
        .map((language) => texts[language]?.title)
        .find(Boolean) ?? message('outline.untitled'),
    [locale, message],
  );
}
