import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
import type { Refusal } from '../../../shared/contracts/administration';
import en from './en.json';

export type MessageKey = keyof typeof en;
export type Message = (key: MessageKey, values?: Record<string, string | number>) => string;

/** The plugin's words in the language of the admin, in English where that language has none. */
export function useMessage(): Message {
  const { formatMessage } = useIntl();
  return useCallback<Message>(
    (key, values) => formatMessage({ id: `${PLUGIN_ID}.${key}`, defaultMessage: en[key] }, values),
    [formatMessage],
  );
}

/** A reason that another plugin's rule gives may have no words here: then the reason itself stands for them. */
export function useReason(): (reason: string) => string {
  const message = useMessage();
  return useCallback(
    (reason) => (`reason.${reason}` in en ? message(`reason.${reason}` as MessageKey) : reason),
    [message],
  );
}

/** A refusal with what belongs to it; one that the plugin has no words for is told by the name of its rule. */
export function useRefusal(): (refusal: Pick<Refusal, 'reason' | 'rule'> & Partial<Refusal>) => string {
  const message = useMessage();
  const inWords = useReason();
  const { locale } = useIntl();
  return useCallback(
    ({ reason, rule, details = {} }) => {
      const known = `reason.${reason}`;
      const detailed = `${known}.details`;
      if (detailed in en && Object.keys(details).length > 0)
        return message(detailed as MessageKey, inText(details));
      if (known in en || !rule) return inWords(reason);
      return message('reason.rule', { rule: rule.name[locale.startsWith('es') ? 'es' : 'en'], reason });
    },
    [message, inWords, locale],
  );
}

const inText = (details: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  );
