import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';

export type Asked<Answer> = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; answer: Answer };

/** What an endpoint of the admin answers in its language. @param path with its parameters, apart from `locale` */
export function useAsked<Answer>(path: string): Asked<Answer> {
  const { get } = useFetchClient();
  const { locale } = useIntl();
  const [asked, setAsked] = useState<Asked<Answer>>({ state: 'loading' });
  useEffect(() => {
    let current = true;
    const address = `${path}${path.includes('?') ? '&' : '?'}locale=${locale}`;
    get<Answer>(address).then(
      ({ data }) => current && setAsked({ state: 'ready', answer: data }),
      () => current && setAsked({ state: 'failed' }),
    );
    return () => {
      current = false;
    };
  }, [get, path, locale]);
  return asked;
}
