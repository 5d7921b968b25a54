import { readArguments } from './arguments.ts';
import { main } from './problem.ts';
import { withStrapi } from './strapi/with-strapi.ts';

interface CertificateFile {
  certificateId: string;
  serial: string;
  key: string;
}
interface Found<Item> {
  count: number;
  listed: Item[];
}
interface Inspection {
  files: number;
  certificates: number;
  unknownFiles: Found<{ key: string; bytes: number }>;
  missingFiles: Found<CertificateFile>;
  alteredFiles: Found<CertificateFile>;
  removedLeftovers: number;
}

/**
 * Compares every stored file of a certificate with the database, both ways and byte by byte. Ends with 1 where something
 * is missing, altered or without a certificate. `--draw-again` first draws what is missing, and stores what comes out as it
 * was issued; altered files are left alone, since somebody has to look at them.
 */
await main(async () => {
  const { values } = readArguments(
    { 'draw-again': { type: 'boolean', default: false } },
    'npm run inspect-files -- [--draw-again]',
  );
  await withStrapi(async (strapi) => {
    const service = strapi.plugin('certificates').service('inspection');
    const actor = { key: 'operator:inspect-files', name: 'inspect-files' };
    let found: Inspection = await service.run({ thorough: true });
    if (values['draw-again'] && found.missingFiles.count > 0) {
      for (const { certificateId, serial } of found.missingFiles.listed) {
        const said = await service.drawAgain(actor, certificateId).then(
          () => '✓ drawn again, as it was issued',
          (error: Error) => `✗ not drawn again: ${error.message}`,
        );
        console.log(`${serial}: ${said}`);
      }
      found = await service.run({ thorough: true });
    }
    tell(found);
  });
});

function tell({
  files,
  certificates,
  unknownFiles,
  missingFiles,
  alteredFiles,
  removedLeftovers,
}: Inspection) {
  const line = ({ serial, key }: CertificateFile) => `${serial}  ${key}`;
  print('missing', missingFiles, line);
  print('altered', alteredFiles, line);
  print('without a certificate', unknownFiles, ({ key, bytes }) => `${key}  ${bytes} bytes`);
  if (removedLeftovers > 0) console.log(`${removedLeftovers} half-written files of a crash were removed`);
  const wrong = missingFiles.count + alteredFiles.count + unknownFiles.count;
  console.log(
    `${wrong > 0 ? '✗' : '✓'} ${files} files, ${certificates} certificates: ${missingFiles.count} missing, ${alteredFiles.count} altered, ${unknownFiles.count} without a certificate`,
  );
  if (wrong > 0) process.exitCode = 1;
}

function print<Item>(what: string, { count, listed }: Found<Item>, line: (item: Item) => string): void {
  for (const item of listed) console.log(`${what}: ${line(item)}`);
  if (listed.length < count) console.log(`… and ${count - listed.length} more that are ${what}`);
}
