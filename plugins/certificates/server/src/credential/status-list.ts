import { didOf } from './issuer-did';

/** The least the standard allows, so that one entry hides among many. https://www.w3.org/TR/vc-bitstring-status-list/ */
export const LIST_LENGTH = 131_072;

export const listUrl = (siteUrl: string, list: number): string => `${siteUrl}/verify/status/${list}`;

/** A certificate's place: lists are filled one after the other, and `statusIndex` counts through all of them. */
export const statusEntry = (siteUrl: string, statusIndex: number): Record<string, string> => {
  const list = listUrl(siteUrl, Math.floor(statusIndex / LIST_LENGTH));
  const index = String(statusIndex % LIST_LENGTH);
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: index,
    statusListCredential: list,
  };
};

/** What no longer stands in one list: indices through all lists, and since when the list looks as it does. */
export interface WithdrawnEntries {
  indices: number[];
  since: Date;
}

/** The list as an unsigned credential. The same entries give the same bytes. */
export async function buildStatusList(
  siteUrl: string,
  issuerName: string,
  list: number,
  { indices, since }: WithdrawnEntries,
): Promise<Record<string, unknown>> {
  const { createCredential, createList } = await import('@digitalbazaar/vc-bitstring-status-list');
  const bits = await createList({ length: LIST_LENGTH });
  for (const index of indices) bits.setStatus(index % LIST_LENGTH, true);
  const credential = await createCredential({
    id: listUrl(siteUrl, list),
    list: bits,
    statusPurpose: 'revocation',
  });
  return {
    ...credential,
    issuer: { id: didOf(siteUrl), name: issuerName },
    validFrom: since.toISOString().replace(/\.\d{3}Z$/, 'Z'),
  };
}
