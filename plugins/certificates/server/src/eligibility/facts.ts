import type { Kind } from '../../../shared/contracts/certificate';

/** What a source adds for rules of the application; never printed, never kept. */
export type Evidence = Record<string, string | number | boolean | null>;

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
  /** What the source knows the subject by for ever, also under another code; kept in the certificate. */
  subjectKey?: string | undefined;
  achievements: AchievementFacts[];
  /** Whether the source hands out this kind at all. */
  offered: boolean;
  /** Until when it is good, ISO 8601, or null for ever; goes before what the settings say. Not given: as the settings say. */
  expiresAt?: string | null | undefined;
  evidence?: Evidence | undefined;
}

export interface AchievementFacts {
  code: string;
  name: string;
  /** Null: not graded yet. */
  mark: number | null;
  maximumMark: number;
  passMark: number;
  /** What the rule `lessons-done` counts; a source without lessons leaves it out. */
  lessons?: { done: number; total: number } | undefined;
  evidence?: Evidence | undefined;
}

/** Who wants it: something that happened in the CMS, the recipient, or staff. */
export interface Asking {
  asked: 'automatic' | 'recipient' | 'staff';
}

/** `reason` is a word for programs and translators; `details` are numbers, texts or lists of texts, none of them personal. */
export type Decision =
  { eligible: true } | { eligible: false; rule: string; reason: string; details?: Record<string, unknown> };

export interface Rule {
  key: string;
  /** As staff read it where rules are chosen, and where this one says no for a reason the plugin has no words for. */
  name: { en: string; es: string };
  /** The kinds it can be asked for. */
  kinds: Kind[];
  /** `pre` rules are asked first, then `default`, then `post`. */
  order: 'pre' | 'default' | 'post';
  /** False: asked only where the settings or a source name it. */
  byDefault?: boolean;
  /**
   * Pure: no clock, no database. Return `{ eligible: true }` where the rule has nothing to say, and say no where the facts
   * lack what it needs to know.
   */
  evaluate(facts: EligibilityFacts, asking: Asking): Decision;
}
