/** A known hole that does not reach us, and why; looked at again on a day. */
export interface Allowed {
  /** GHSA-… */
  id: string;
  package: string;
  reason: string;
  /** YYYY-MM-DD */
  until: string;
}

interface Advisory {
  url?: string;
  name?: string;
  title?: string;
  severity?: string;
}
/** As much of the answer of `npm audit --json` as is looked at here. */
export interface AuditReport {
  vulnerabilities: Record<string, { via: (Advisory | string)[] }>;
}

export interface Judgement {
  /** A sentence for each hole that nobody has allowed. */
  open: string[];
  /** Sentences about the list: what has run out, or is not needed any more. */
  stale: string[];
}

const idOf = ({ url = '' }: Advisory): string => /GHSA-[\w-]+/.exec(url)?.[0] ?? url;

/** Compares what is known of our packages with what was allowed. @param today YYYY-MM-DD */
export function judge(report: AuditReport, allowed: Allowed[], today: string): Judgement {
  const found = new Map<string, Advisory>();
  for (const { via } of Object.values(report.vulnerabilities))
    for (const one of via) if (typeof one !== 'string') found.set(`${idOf(one)} ${one.name}`, one);
  const keyOf = ({ id, package: name }: Allowed) => `${id} ${name}`;
  const valid = new Set(allowed.filter(({ until }) => until >= today).map(keyOf));
  return {
    open: [...found]
      .filter(([key]) => !valid.has(key))
      .map(([, one]) => `${one.name}: ${one.title} (${one.severity}, ${idOf(one)})`),
    stale: allowed.flatMap((one) => {
      if (!found.has(keyOf(one))) return [`${keyOf(one)} is mended: take it off the list`];
      return one.until < today ? [`${keyOf(one)} was allowed until ${one.until}: look at it again`] : [];
    }),
  };
}
