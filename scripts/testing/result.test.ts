import { checkAll } from './result.ts';

it('counts each check that ran beside others, those that fail as well', async () => {
  const checks = ['0', '1', '0', '0', '1', '0', '0'].map((code): [string, string[]] => [
    process.execPath,
    ['-e', `process.exit(${code})`],
  ]);
  expect(await checkAll(checks)).toMatchObject({ passed: 5, failed: 2 });
});
