/** A failure with its cure: what happened, and what to do. Printed without a stack trace. */
export class Problem extends Error {
  readonly cure: string;
  constructor(what: string, cure: string) {
    super(what);
    this.name = 'Problem';
    this.cure = cure;
  }
}

/** Runs a verb; whatever it throws is told in words, with exit code 1. `DEBUG=1` adds the stack. */
export async function main(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const { message, stack } = error as Error;
    const cure =
      error instanceof Problem ? error.cure : 'Run it again with DEBUG=1 to see where it happened.';
    console.error(`\n✗ ${message}\n  ${cure}\n`);
    if (process.env.DEBUG) console.error(stack);
    process.exitCode = 1;
  }
}
