/** Progress of a long step, in one line that overwrites itself in a terminal and a few lines elsewhere. */
export function createProgress(what: string) {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  let last = 0;
  return {
    at(done: number, total: number, detail = ''): void {
      if (process.stdout.isTTY)
        process.stdout.write(`\r\x1b[K  ${what} ${done}/${total} ${detail}`.slice(0, 110));
      else if (Date.now() - last > 10_000) {
        last = Date.now();
        console.log(`  ${what} ${done}/${total}`);
      }
    },
    /** Where nobody knows how much there is. */
    waiting(detail: string): void {
      if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K  ${what} … ${detail}`.slice(0, 110));
      else if (last === 0) {
        last = Date.now();
        console.log(`  ${what} …`);
      }
    },
    done(summary = ''): void {
      if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
      console.log(`✓ ${what}${summary ? `: ${summary}` : ''} (${seconds()} s)`);
    },
  };
}
