import type { Kind } from '../../../shared/contracts/certificate';
import type { EligibilityFacts } from '../eligibility/facts';

export interface FactsRequest {
  /** The key of the source; not given: the one that was registered first. */
  source?: string | undefined;
  kind: Kind;
  recipientKey: string;
  /** The code of the achievement, for the module certificate. */
  subject?: string | undefined;
}

/**
 * Where certificates come from: the application turns its own content into plain facts. There may be several; each knows
 * recipients by keys of its own, and a certificate belongs to the source that it came from.
 */
export interface Source {
  /** Stands in every certificate: chosen for ever. */
  key: string;
  /** The rules asked for each kind, unless the settings choose others; what is not named here asks every default rule. */
  rules?: Partial<Record<Kind, string[]>> | undefined;
  /** Documents whose change may make somebody eligible. */
  watch: { uid: string; actions: ('create' | 'update')[] }[];
  /** The recipient a signed-in user is, for certificates they ask for themselves; null: none of this source's. */
  recipientKeyOf(user: { documentId: string }): string | null;
  /** @returns null when there is no such recipient. */
  facts(request: FactsRequest): Promise<EligibilityFacts | null>;
  /** Which certificates to look at, now that a watched document changed; only those issued without being asked for. */
  affected(uid: string, documentId: string): Promise<FactsRequest[]>;
  /** The same for many at once, where that is quicker than one after the other. */
  affectedByMany?(uid: string, documentIds: string[]): Promise<FactsRequest[]>;
  /** For issuing to many from the admin; without these three the admin lists what was issued, and no more. */
  administration?: {
    /** All that can be certified, named in this language (BCP 47), in the order people expect. */
    subjects(language: string): Promise<{ kind: Kind; subject: string | null; name: string }[]>;
    /** The keys of all who might get it, eligible or not. */
    candidates(kind: Kind, subject: string | null): Promise<string[]>;
    /** As `facts`, for many at once: a map by recipientKey, without those that are unknown. */
    factsOfMany(
      kind: Kind,
      subject: string | null,
      recipientKeys: string[],
    ): Promise<Map<string, EligibilityFacts>>;
  };
}
