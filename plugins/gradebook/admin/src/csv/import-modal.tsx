import { Box, Button, Field, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useRef, useState } from 'react';
import type { ImportReport } from '../../../shared/contracts/gradebook';
import { useGradebookClient, type ImportOutcome } from '../api/gradebook-client';
import { useMessage } from '../translations/use-message';
import { ImportReportView } from './import-report-view';

interface Props {
  moduleKey: string;
  onClose: () => void;
  /** Marks were written: what the page has is old. */
  onWritten: (changed: number) => void;
}

/** Marks out of a file: first what it would change and what is wrong with it, then, by a second click, the change (M5). */
export function ImportModal({ moduleKey, onClose, onWritten }: Props) {
  const message = useMessage();
  const client = useGradebookClient();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const report = outcome?.outcome === 'read' ? outcome.report : null;

  const send = async (chosen: File, dryRun: boolean) => {
    setBusy(true);
    const answer = await client.import(moduleKey, chosen, dryRun);
    setBusy(false);
    setOutcome(answer);
    if (answer.outcome === 'read' && answer.report.written) onWritten(answer.report.changed);
  };
  const choose = (chosen: File | undefined) => {
    setFile(chosen ?? null);
    setOutcome(null);
    if (chosen) void send(chosen, true);
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={message('import.close')}>
          <Modal.Title>{message('import.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root hint={message('import.hint')} error={failure(outcome, message)}>
              <input
                ref={input}
                type="file"
                hidden
                aria-label={message('import.file')}
                accept=".csv,.txt,.tsv,text/csv,text/plain"
                onChange={(event) => choose(event.target.files?.[0])}
              />
              <Flex gap={3} wrap="wrap">
                <Button variant="secondary" startIcon={<Upload />} onClick={() => input.current?.click()}>
                  {message('import.choose')}
                </Button>
                <Typography textColor="neutral800">{file?.name}</Typography>
              </Flex>
              <Field.Hint />
              <Field.Error />
            </Field.Root>
            <Box aria-live="polite">
              {busy && <Loader small>{message('import.reading')}</Loader>}
              {!busy && report && <ImportReportView report={report} />}
              {!busy && report && isReady(report) && (
                <Typography tag="p" paddingTop={4} textColor="neutral600">
                  {message('import.nothing-written')}
                </Typography>
              )}
            </Box>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {message('import.close')}
          </Button>
          <Button
            disabled={busy || !file || !report || !isReady(report)}
            onClick={() => file && void send(file, false)}
          >
            {message('import.write', { count: report?.changed ?? 0 })}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

const isReady = ({ changed, wrong, written }: ImportReport): boolean =>
  changed > 0 && wrong === 0 && !written;

function failure(outcome: ImportOutcome | null, message: ReturnType<typeof useMessage>): string | undefined {
  if (!outcome || outcome.outcome === 'read') return undefined;
  return message(outcome.outcome === 'forbidden' ? 'save.forbidden' : 'import.failed');
}
