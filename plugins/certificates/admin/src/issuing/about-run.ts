import type { Run } from '../../../shared/contracts/administration';
import type { Message } from '../translations/use-message';

/** What a run issues. */
export const aboutRun = ({ kind, subject }: Pick<Run, 'kind' | 'subject'>, message: Message): string =>
  subject ?? message(kind === 'grade' ? 'kind.grade' : 'kind.modules');
