import type { Settings } from '../environment/load.ts';
import type { People } from '../demo/people.ts';

/** What a newcomer needs to know, in one table. `verifyUrl`: of the certificate that was made on the first start. */
export function welcome(settings: Settings, people: People, verifyUrl: string | null): string {
  const { SITE_URL, CMS_PUBLIC_URL, HOST, INBOX_PORT } = settings;
  const { administrator, editor, registrar, teacher, graduate, almost } = people.showcase;
  const rows: [string, string][] = [
    ['Site', SITE_URL],
    ['Site, in Spanish', `${SITE_URL}/es`],
    ['Admin', `${CMS_PUBLIC_URL}/admin`],
    ['Gradebook', `${CMS_PUBLIC_URL}/admin/plugins/gradebook`],
    ['Inbox', `http://${HOST === '127.0.0.1' ? 'localhost' : HOST}:${INBOX_PORT}`],
    ...(verifyUrl ? ([['First certificate', verifyUrl]] as [string, string][]) : []),
    ['', ''],
    ['Administrator', administrator.email],
    ['Editor', editor.email],
    ['Teacher', teacher.email],
    ['Registrar', registrar.email],
    ['Student', `${graduate.username} (has every mark)`],
    ['Student', `${almost.username} (lacks the mark in ${almost.module})`],
    ['Password of all', people.password],
  ];
  const width = Math.max(...rows.map(([, value]) => value.length));
  const line = (left: string, middle: string, right: string) =>
    `${left}${'─'.repeat(20)}${middle}${'─'.repeat(width + 2)}${right}`;
  const body = rows.map(([name, value]) =>
    name || value ? `│ ${name.padEnd(18)} │ ${value.padEnd(width)} │` : line('├', '┼', '┤'),
  );
  return [
    line('┌', '┬', '┐'),
    ...body,
    line('└', '┴', '┘'),
    '',
    'Try this first:',
    `  1. Open the gradebook as ${teacher.name}, choose ${almost.module}, give ${almost.username} a mark and save.`,
    `  2. Sign in to the site as ${almost.username} and ask for the grade certificate.`,
    '  3. Read the mail in the inbox, open the PDF, and scan its code.',
    '',
    'Ctrl-C stops everything.',
  ].join('\n');
}
