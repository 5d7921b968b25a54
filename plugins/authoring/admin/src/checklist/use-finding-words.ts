import { useCallback } from 'react';
import type { Finding } from '../../../shared/contracts/checklist';
import { useMessage } from '../translations/use-message';

/** A finding as a sentence. */
export function useFindingWords(): (finding: Finding) => string {
  const message = useMessage();
  return useCallback(
    (finding) => {
      const where = (place: number | null): string =>
        place === null ? message('finding.description') : message('finding.section', { place });
      switch (finding.kind) {
        case 'translation-missing':
          return message('finding.translation-missing', { language: message(`language.${finding.locale}`) });
        case 'section-empty':
          return message('finding.section-empty', { place: finding.place });
        case 'link-broken':
        case 'link-unsafe':
        case 'picture-missing':
        case 'alternative-missing':
          return message(`finding.${finding.kind}`, {
            where: where(finding.place),
            address: finding.address,
          });
        case 'quiz-unanswerable':
          return message('finding.quiz-unanswerable', {
            where: where(finding.place),
            question: finding.question,
          });
        case 'lesson':
          return message('finding.lesson', { title: finding.title, count: finding.findings });
        default:
          return message(`finding.${finding.kind}`);
      }
    },
    [message],
  );
}
