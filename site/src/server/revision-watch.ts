/** So long what was learnt is used without asking. */
const FRESH_MS = 1_000;
/** So long it is used while the answer to the next question is under way: nobody has to wait for it. */
const USABLE_MS = 1_500;
/** So long a cms that was away is taken to be still away while it is asked. */
const AWAY_MS = 5_000;

export interface RevisionWatch {
  /**
   * Which content there is, at most 1.5 s old; null when the cms cannot say. It is asked when somebody visits, at most
   * once a second, and only the first visitor after a quiet time waits for the answer.
   */
  current(): string | null | Promise<string | null>;
}

/** @param ask the cms's word; has a deadline of its own, and throws when there is none */
export function watchRevision(ask: () => Promise<string>, now = () => performance.now()): RevisionWatch {
  let revision: string | null = null;
  /** When the question was put that the last answer belongs to. */
  let askedAt = -Infinity;
  let asking: Promise<string | null> | null = null;

  const askAgain = (): Promise<string | null> => {
    asking ??= (async () => {
      const at = now();
      revision = await ask().catch(() => null);
      // An answer is as old as its question. No answer is as old as its end: nobody knocks again at once.
      askedAt = revision === null ? now() : at;
      return revision;
    })().finally(() => (asking = null));
    return asking;
  };

  return {
    current() {
      const age = now() - askedAt;
      if (age < FRESH_MS) return revision;
      const answer = askAgain();
      // Who was away a moment ago is asked in the background: nobody waits for a deadline again and again.
      if (revision === null && age < AWAY_MS) return null;
      return age < USABLE_MS ? revision : answer;
    },
  };
}
