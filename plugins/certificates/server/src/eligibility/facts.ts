import type { Achievement, Kind } from '../../../shared/contracts/certificate';

/** What a source says of one recipient: plain facts, no documents of the CMS. */
export interface EligibilityFacts {
  kind: Kind;
  recipient: {
    /** How the source knows the recipient; opaque here. */
    key: string;
    name: string;
    email: string;
    /** BCP 47. */
    language: string;
    /** First part of the file's name; letters, digits, dot, dash and underscore survive. */
    fileStem: string;
  };
  /** For the module certificate: the one achievement it is about. */
  subject: string | null;
  achievements: (Achievement & { passMark: number })[];
  /** Whether the source hands out this kind at all. */
  offered: boolean;
}

export type Decision =
  { eligible: true } | { eligible: false; rule: string; reason: string; details?: Record<string, unknown> };

export interface Rule {
  key: string;
  /** `pre` rules are asked first, then `default`, then `post`. */
  order: 'pre' | 'default' | 'post';
  /** Pure: no clock, no database. Return `{ eligible: true }` where the rule has nothing to say. */
  evaluate(facts: EligibilityFacts): Decision;
}
