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
