import { useFetchClient, useRBAC } from '@strapi/strapi/admin';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CertificateStanding } from '../marks-table/row-actions';

/** What the certificates plugin asks for, and what it answers; it checks each module by itself. */
const ISSUE = { issue: [{ action: 'plugin::certificates.issue', subject: null }] };
interface PreviewRow {
  recipientKey: string;
  state: 'ready' | 'issued' | 'changed' | 'renewable' | 'refused';
}

const STANDING: Partial<Record<PreviewRow['state'], CertificateStanding>> = {
  ready: 'ready',
  issued: 'issued',
  changed: 'issued',
  renewable: 'issued',
};

export interface Certificates {
  /** Whether this user may issue any; nothing else is known otherwise. */
  mayIssue: boolean;
  /** By studentKey. */
  standing: ReadonlyMap<string, CertificateStanding>;
  ready: number;
  issued: number;
  /** Asks again: after marks were saved. */
  refresh(): void;
  /** Issues to everybody who is ready. @returns the id of the run that does it. @throws FetchError */
  issue(): Promise<string>;
}

const NOBODY: ReadonlyMap<string, CertificateStanding> = new Map();

/** Who of a class has the certificate of the module, and who could have it now: by the rules of the certificates plugin. */
export function useCertificates(code: string): Certificates {
  const { get, post } = useFetchClient();
  const { allowedActions } = useRBAC(ISSUE as never);
  const mayIssue = Boolean((allowedActions as Record<string, boolean>).canIssue);
  const [standing, setStanding] = useState(NOBODY);
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    if (!mayIssue) return;
    let current = true;
    get<{ data: { rows: PreviewRow[] } }>('/certificates/preview', {
      params: { kind: 'module', subject: code },
    })
      .then(({ data }) => {
        if (current) setStanding(standingOf(data.data.rows));
      })
      // The gradebook is whole without it: the plugin may be away, or the module not published.
      .catch(() => current && setStanding(NOBODY));
    return () => {
      current = false;
    };
  }, [asked, code, get, mayIssue]);

  const refresh = useCallback(() => setAsked((times) => times + 1), []);
  const issue = useCallback(async () => {
    const run = { kind: 'module', subject: code, recipientKeys: 'everybody' };
    return (await post<{ data: { id: string } }>('/certificates/runs', run)).data.data.id;
  }, [code, post]);
  return useMemo(() => {
    const count = (wanted: CertificateStanding): number =>
      [...standing.values()].filter((one) => one === wanted).length;
    return { mayIssue, standing, ready: count('ready'), issued: count('issued'), refresh, issue };
  }, [issue, mayIssue, refresh, standing]);
}

const standingOf = (rows: PreviewRow[]): ReadonlyMap<string, CertificateStanding> =>
  new Map(
    rows.flatMap(({ recipientKey, state }) => {
      const standing = STANDING[state];
      return standing ? [[recipientKey, standing] as const] : [];
    }),
  );
