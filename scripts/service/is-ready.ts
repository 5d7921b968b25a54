/** `is-ready.ts http://127.0.0.1:1337`: for a probe; ends well where the process there says that it is ready. */
const answer = await fetch(`${process.argv[2]}/_health/ready`, { signal: AbortSignal.timeout(3_000) }).catch(
  () => null,
);
process.exitCode = answer?.ok ? 0 : 1;
export {};
