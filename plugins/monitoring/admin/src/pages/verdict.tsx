import { Badge } from '@strapi/design-system';
import type { StatusLine, Verdict } from '../../../shared/contracts/status';
import en from '../translations/en.json';
import { type MessageKey, useMessage } from '../translations/use-message';

const COLORS: Record<Verdict, { backgroundColor: string; textColor: string }> = {
  good: { backgroundColor: 'success100', textColor: 'success700' },
  // Strapi's own orange has too little contrast with this.
  warning: { backgroundColor: 'warning100', textColor: 'neutral800' },
  bad: { backgroundColor: 'danger100', textColor: 'danger700' },
  unknown: { backgroundColor: 'neutral150', textColor: 'neutral700' },
};

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const message = useMessage();
  return <Badge {...COLORS[verdict]}>{message(`verdict.${verdict}`)}</Badge>;
}

/** What a line is about, in the reader's words. */
export function useSubject(): (line: StatusLine) => string {
  const message = useMessage();
  return ({ subject, folder = '' }) => {
    const key = `folder.${folder}`;
    return message(`${subject}.name`, { folder: key in en ? message(key as MessageKey) : folder });
  };
}
