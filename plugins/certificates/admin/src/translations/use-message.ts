import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { PLUGIN_ID } from '../plugin-id';
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
