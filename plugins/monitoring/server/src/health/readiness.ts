import { type Answer, keepAnswer, type Patience } from '../kept-answer';

export type CheckResult = 'ok' | 'timeout' | 'failed' | 'stopping';
export interface Report {
  ready: boolean;
  checks: Record<string, CheckResult>;
}
export type Readiness = ReturnType<typeof createReadiness>;

const resultOf = (answer: Answer<unknown>): CheckResult => (answer.ok ? 'ok' : answer.problem);

/**
 * Whether this process can do its work now. Each check has a deadline of 2 s and its result is kept for 1 s.
 * @param log told when a check begins to fail, and when it is well again.
 */
export function createReadiness(log: (line: string) => void, patience: Patience = {}) {
  const checks = new Map<string, () => Promise<CheckResult>>();
  let stopping = false;
  const isStopping = () => stopping;

  return {
    /**
     * @param ask resolves when all is well, and throws when it is not.
     * @throws when the name is taken.
     */
    add(name: string, ask: () => Promise<unknown>): void {
      if (checks.has(name)) throw new Error(`monitoring: the check "${name}" is declared twice`);
      let before: CheckResult = 'ok';
      let reason = '';
      const read = keepAnswer(ask, {
        ...patience,
        // A message may hold an address or worse; a code never does.
        onFailure: (error) => (reason = String((error as NodeJS.ErrnoException).code ?? error.name)),
      });
      checks.set(name, async () => {
        const result = resultOf(await read());
        if (result !== before)
          log(`the check "${name}" is ${result}${result === 'failed' ? ` (${reason})` : ''}`);
        return (before = result);
      });
    },

    /** From now on not ready, whatever the checks would say: the process has been told to end. */
    stop(): void {
      stopping = true;
    },

    async report(): Promise<Report> {
      const told: Report['checks'] = { process: 'stopping' };
      if (isStopping()) return { ready: false, checks: told };
      const results = await Promise.all(
        [...checks].map(async ([name, check]) => [name, await check()] as const),
      );
      const found = Object.fromEntries(results);
      // Told to end while the checks were under way.
      if (isStopping()) return { ready: false, checks: { ...found, ...told } };
      return { ready: results.every(([, result]) => result === 'ok'), checks: found };
    },
  };
}
