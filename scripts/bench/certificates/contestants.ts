import { spawnSync } from 'node:child_process';
import type { Contestant } from '../contest.ts';
import type { Ours } from './ours.ts';

interface Entry {
  label: string;
  /** Of certificates that are measured; the warm-up comes on top. */
  count: number;
  warmUp: number;
  /** How many are asked for before the first is there. */
  inFlight: number;
  /** Whether its packages are the benchmark's own. */
  needsInstall?: boolean;
}

/** Draws in a process of Node. */
interface InNode extends Entry {
  prepare(): Promise<Contestant>;
  /** Whether processes that it starts do the work. */
  hasChildren?: boolean;
}

/** Draws in a process of another language. */
export interface Elsewhere extends Entry {
  program: string;
  script: 'certificate-weasyprint.py' | 'certificate-tcpdf.php';
  /** Ends well where everything it needs is there. */
  probe: string[];
  /** What to install where it is not, on Debian. */
  packages: string;
}

export type ContestantEntry = InNode | Elsewhere;
export const isElsewhere = (entry: ContestantEntry): entry is Elsewhere => 'program' in entry;

const BULK = 10_000;
const SLOW = 200;
/** A busy neighbour makes any second slow; those that need milliseconds are watched for longer. */
const QUICK = 2000;

const ours = (label: string, how: Partial<Ours>, count: number, inFlight: number): InNode => ({
  ...{ label, count, inFlight },
  warmUp: 50,
  prepare: async () =>
    (await import('./ours.ts')).prepare({ threads: 1, signature: false, credential: false, ...how }),
});
const npm = (
  label: string,
  warmUp: number,
  prepare: InNode['prepare'],
  more: Partial<InNode> = {},
): InNode => ({
  ...{ label, warmUp, prepare },
  count: SLOW,
  inFlight: 1,
  needsInstall: true,
  ...more,
});
/** Who takes part, in the order of the table. Bulk is what the others are compared with. */
export const CONTESTANTS = {
  'ours-bulk': ours('Lumino, bulk', {}, BULK, 4),
  'ours-one-off': ours('Lumino, one at a time', {}, QUICK, 1),
  'ours-two-threads': ours('Lumino, bulk, two threads', { threads: 2 }, BULK, 8),
  'ours-signed': ours('Lumino, bulk + PAdES signature', { signature: true }, 1_000, 4),
  'ours-credential': ours('Lumino, bulk + credential', { credential: true }, 1_000, 4),
  typst: npm('Typst, compiled once', 20, async () => (await import('../competitors/typst.ts')).prepare(), {
    count: QUICK,
  }),
  pdfkit: npm('pdfkit, fonts parsed once', 20, async () =>
    (await import('../competitors/pdfkit.ts')).prepare(),
  ),
  'react-pdf': npm('@react-pdf/renderer', 20, async () =>
    (await import('../competitors/react-pdf.ts')).prepare(),
  ),
  // Its subsets of these fonts lack tables that mupdf asks for: whole ones, then, which also are faster.
  tcpdf: {
    label: 'TCPDF, fonts whole',
    count: SLOW,
    warmUp: 20,
    inFlight: 1,
    program: 'php',
    script: 'certificate-tcpdf.php',
    probe: ['-r', "require 'tcpdf/tcpdf.php'; xml_parser_create();"],
    packages: 'php-cli php-xml php-tcpdf',
  },
  weasyprint: {
    label: 'WeasyPrint, fonts read once',
    count: SLOW,
    warmUp: 10,
    inFlight: 1,
    // Debian's own, which has Debian's packages.
    program: '/usr/bin/python3',
    script: 'certificate-weasyprint.py',
    probe: ['-c', 'import weasyprint'],
    packages: 'weasyprint',
  },
  chromium: npm(
    'Chromium, page reused',
    10,
    async () => (await import('../competitors/chromium.ts')).prepare(),
    { needsInstall: false, hasChildren: true },
  ),
  'satori-png': npm(
    'Satori → resvg → PNG in PDF, 150 dpi',
    5,
    async () => (await import('../competitors/satori-png.ts')).prepare(),
    { needsInstall: false },
  ),
} satisfies Record<string, ContestantEntry>;

export type ContestantKey = keyof typeof CONTESTANTS;
export const KEYS = Object.keys(CONTESTANTS) as ContestantKey[];
export const entryOf = (key: ContestantKey): ContestantEntry => CONTESTANTS[key];

/** Why it cannot take part on this machine; null where it can. */
export function whyAway(entry: ContestantEntry): string | null {
  if (!isElsewhere(entry)) return null;
  const { status } = spawnSync(entry.program, entry.probe, { stdio: 'ignore' });
  return status === 0 ? null : `not installed here (Debian: apt-get install ${entry.packages})`;
}
