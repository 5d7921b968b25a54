import { readArguments } from './arguments.ts';
import { main, Problem } from './problem.ts';
import { withStrapi } from './strapi/with-strapi.ts';

const KINDS = ['grade', 'module'] as const;
type Kind = (typeof KINDS)[number];

interface Waiting {
  subject: string | null;
  name: string;
  ready: number;
  issued: number;
  refused: { reason: string; rule: { name: { en: string } } | null; count: number }[];
}

const USAGE = 'npm run issue-certificates -- [--kind module|grade] [--subject CODE] [--dry-run]';

/**
 * Over old data: who qualifies today and never got a certificate. Prints a line per subject with the reasons of those who
 * do not, then starts a run for each kind, which the worker does; `--dry-run` only prints.
 */
await main(async () => {
  const { values } = readArguments(
    { kind: { type: 'string' }, subject: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    USAGE,
  );
  const { kind, subject = null } = values;
  if (kind && !KINDS.includes(kind as Kind)) throw new Problem(`There is no kind "${kind}".`, USAGE);
  if (subject && kind === 'grade') throw new Problem('A grade certificate has no subject.', USAGE);
  const kinds = subject ? (['module'] as const) : kind ? [kind as Kind] : KINDS;

  await withStrapi(async (strapi) => {
    const staff = strapi.plugin('certificates').service('administration').asOperator('issue-certificates');
    for (const one of kinds) {
      const about = { kind: one, subject };
      const subjects: Waiting[] = await staff.backlog(about, 'en');
      if (subject && subjects.length === 0)
        throw new Problem(`There is no published module ${subject}.`, USAGE);
      for (const found of subjects) if (isWorthALine(found)) console.log(line(found));
      const ready = subjects.reduce((sum, found) => sum + found.ready, 0);
      if (values['dry-run']) console.log(`${one}: ${ready} would be issued`);
      else if (ready === 0) console.log(`${one}: nobody is waiting`);
      else {
        const run: string = await staff.startRun({ ...about, recipientKeys: 'everybody' });
        console.log(`✓ ${one}: ${ready} are being issued by the worker, run ${run}`);
      }
    }
  });
});

function isWorthALine({ ready, issued, refused }: Waiting): boolean {
  return ready + issued + refused.length > 0;
}

function line({ subject, ready, issued, refused }: Waiting): string {
  const reasons = refused.map(({ reason, rule, count }) => `${count} ${rule?.name.en ?? reason} (${reason})`);
  const no = reasons.length > 0 ? `; not: ${reasons.join(', ')}` : '';
  return `${subject ?? 'all marks'}: ${ready} ready, ${issued} have one${no}`;
}
