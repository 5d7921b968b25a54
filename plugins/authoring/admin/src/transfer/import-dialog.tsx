import { Button, Flex, Modal } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { ARCHIVE_MEGABYTES, type ImportRequest } from '../../../shared/contracts/transfer';
import { useImport, type ImportOutcome } from '../api/use-import';
import { useMessage } from '../translations/use-message';
import { ImportFields, type ImportValues } from './import-fields';
import { ImportProgress } from './import-progress';
import { ImportReport } from './import-report';
import { useProblemWords } from './use-problem-words';

type Step =
  | { at: 'choosing'; problem?: string; codeProblem?: string }
  | { at: 'working'; done: number; total: number; title: string }
  | { at: 'done'; outcome: Extract<ImportOutcome, { done: true }> };

/** Chooses a zip, shows how far its import is, and what came of it. */
export function ImportDialog({ onDone, onClose }: { onDone(): void; onClose(): void }) {
  const message = useMessage();
  const inWords = useProblemWords();
  const { locale } = useIntl();
  const run = useImport();
  const [step, setStep] = useState<Step>({ at: 'choosing' });
  const [values, setValues] = useState<ImportValues>({
    file: null,
    code: '',
    locale: locale === 'es' ? 'es' : 'en',
    publish: false,
  });

  async function start() {
    const { file, code } = values;
    if (!file) return setStep({ at: 'choosing', problem: message('import.file.required') });
    if (file.size > ARCHIVE_MEGABYTES * 1024 * 1024)
      return setStep({ at: 'choosing', problem: message('problem.too-large') });
    if (code && !/^[A-Z0-9-]{2,12}$/.test(code))
      return setStep({ at: 'choosing', codeProblem: message('duplicate.code.wrong') });
    setStep({ at: 'working', done: 0, total: 0, title: '' });
    const outcome = await run(values as ImportRequest, (done, total, title) =>
      setStep({ at: 'working', done, total, title }),
    ).catch((): ImportOutcome => ({ done: false, reason: 'failed', path: null, detail: '' }));
    if (outcome.done) {
      setStep({ at: 'done', outcome });
      onDone();
    } else if (outcome.reason === 'code-missing') {
      setStep({ at: 'choosing', codeProblem: inWords(outcome) });
    } else {
      setStep({ at: 'choosing', problem: inWords(outcome) });
    }
  }

  const working = step.at === 'working';
  return (
    <Modal.Root open onOpenChange={(open) => !open && !working && onClose()}>
      <Modal.Content>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (step.at === 'choosing') void start();
          }}
        >
          <Modal.Header closeLabel={message('close')}>
            <Modal.Title>{message('import.title')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {step.at === 'choosing' && (
                <ImportFields
                  values={values}
                  onChange={setValues}
                  problem={step.problem}
                  codeProblem={step.codeProblem}
                />
              )}
              {step.at === 'working' && <ImportProgress {...step} />}
              {step.at === 'done' && <ImportReport report={step.outcome.report} onLeave={onClose} />}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose} disabled={working}>
              {message(step.at === 'done' ? 'close' : 'cancel')}
            </Button>
            {step.at !== 'done' && (
              <Button type="submit" loading={working}>
                {message('import.start')}
              </Button>
            )}
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
