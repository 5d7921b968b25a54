import type { Kind } from '../../../shared/contracts/certificate';
import type { EligibilityFacts } from '../eligibility/facts';

export interface FactsRequest {
  kind: Kind;
  recipientKey: string;
  /** The code of the achievement, for the module certificate. */
  subject?: string | undefined;
}

/**
 * Where certificates come from: the application turns its own content into plain facts. There is one source.
 */
export interface Source {
  key: string;
  /** Documents whose change may make somebody eligible. */
  watch: { uid: string; actions: ('create' | 'update')[] }[];
  /** The recipient a signed-in user is, for certificates they ask for themselves. */
  recipientKeyOf(user: { documentId: string }): string;
  /** @returns null when there is no such recipient. */
  facts(request: FactsRequest): Promise<EligibilityFacts | null>;
  /** Which certificates to look at, now that a watched document changed; only those issued without being asked for. */
  affected(uid: string, documentId: string): Promise<FactsRequest[]>;
}
