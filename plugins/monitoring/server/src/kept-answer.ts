export type Answer<Value> = { ok: true; value: Value } | { ok: false; problem: 'timeout' | 'failed' };

export interface Patience {
  /** After how many milliseconds the answer is "timeout". */
  deadlineMs?: number;
  /** For how many milliseconds an answer is given again without asking. */
  keepMs?: number;
  /** Told of each failure, for the log: what is answered says nothing of its reason. */
  onFailure?(error: Error): void;
}

/**
 * A question that may be put as often as one likes: it is asked once at a time, its answer is kept for a moment, and
 * nobody waits beyond the deadline. A question that hangs is not put again while it does, so that probes never pile up
 * before a database that is in trouble already.
 */
export function keepAnswer<Value>(
  ask: () => Promise<Value>,
  { deadlineMs = 2_000, keepMs = 1_000, onFailure }: Patience = {},
): () => Promise<Answer<Value>> {
  let asked: Promise<Answer<Value>> | null = null;
  let round: Promise<Answer<Value>> | null = null;
  let kept: { answer: Answer<Value>; until: number } | null = null;

  async function put(): Promise<Answer<Value>> {
    try {
      return { ok: true, value: await ask() };
    } catch (error) {
      onFailure?.(error as Error);
      return { ok: false, problem: 'failed' };
    }
  }

  function question(): Promise<Answer<Value>> {
    if (asked) return asked;
    const mine = put();
    asked = mine;
    void mine.then(() => (asked = null));
    return mine;
  }

  async function wait(): Promise<Answer<Value>> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Answer<Value>>((resolve) => {
      timer = setTimeout(() => resolve({ ok: false, problem: 'timeout' }), deadlineMs);
    });
    const answer = await Promise.race([question(), late]);
    clearTimeout(timer);
    kept = { answer, until: performance.now() + keepMs };
    round = null;
    return answer;
  }

  return () => {
    if (kept && performance.now() < kept.until) return Promise.resolve(kept.answer);
    return (round ??= wait());
  };
}
