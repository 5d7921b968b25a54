import { isFetchError, useFetchClient } from '@strapi/strapi/admin';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import {
  SEARCH_HEADER,
  type DetailResponse,
  type KindsResponse,
  type ListQuery,
  type ListResponse,
  type MailDetail,
  type ManyDoneResponse,
  type ManyResponse,
  type Summary,
  type SummaryResponse,
  type Work,
  type WorkResponse,
} from '../../../shared/contracts/administration';

export interface DeliveriesClient {
  list(query: ListQuery, search: string): Promise<ListResponse>;
  kinds(): Promise<KindsResponse['data']>;
  summary(): Promise<Summary>;
  detail(id: string): Promise<MailDetail>;
  act(id: string, act: 'resend' | 'cancel'): Promise<void>;
  readdress(id: string, to: string): Promise<void>;
  countMany(query: ListQuery, search: string): Promise<ManyResponse['data']>;
  /** @returns how many they were. */
  doMany(act: 'resend' | 'cancel', query: ListQuery, search: string): Promise<number>;
  work(): Promise<Work>;
  decide(letterId: string, act: 'retry' | 'discard'): Promise<void>;
}

const at = (...parts: string[]): string => `/deliveries/${parts.map(encodeURIComponent).join('/')}`;

/** The endpoints of the administration; each throws a `FetchError`. */
export function useDeliveriesClient(): DeliveriesClient {
  const { get, post } = useFetchClient();
  const { locale } = useIntl();
  return useMemo(() => {
    // The fetch client joins parameters without encoding them.
    const params = (query: object) => ({
      params: Object.fromEntries(
        Object.entries(query)
          .filter(([, value]) => value != null && value !== '')
          .map(([key, value]) => [key, encodeURIComponent(String(value))]),
      ),
    });
    const filtered = (query: ListQuery, search: string) => ({
      ...params({ ...query, locale }),
      headers: { [SEARCH_HEADER]: encodeURIComponent(search) },
    });
    return {
      list: async (query, search) => (await get<ListResponse>(at('mails'), filtered(query, search))).data,
      kinds: async () => (await get<KindsResponse>(at('kinds'), params({ locale }))).data.data,
      summary: async () => (await get<SummaryResponse>(at('summary'))).data.data,
      detail: async (id) => (await get<DetailResponse>(at('mails', id), params({ locale }))).data.data,
      act: async (id, act) => void (await post(at('mails', id, act))),
      readdress: async (id, to) => void (await post(at('mails', id, 'readdress'), { to })),
      countMany: async (query, search) =>
        (await get<ManyResponse>(at('many'), filtered(query, search))).data.data,
      doMany: async (act, query, search) =>
        (await post<ManyDoneResponse>(at('many', act), {}, filtered(query, search))).data.data.count,
      work: async () => (await get<WorkResponse>(at('background-work'))).data.data,
      decide: async (letterId, act) => void (await post(at('background-work', letterId, act))),
    };
  }, [get, post, locale]);
}

/** The `details.reason` of a refusal, `forbidden`, or null where the server said nothing that can be told. */
export function refusalReason(error: unknown): string | null {
  if (!isFetchError(error)) return null;
  const details = error.response?.data.error.details as { reason?: string } | undefined;
  return details?.reason ?? (error.status === 403 ? 'forbidden' : null);
}

/** Whether the server took what was typed for no address. */
export const isRefusedAddress = (error: unknown): boolean => isFetchError(error) && error.status === 400;
