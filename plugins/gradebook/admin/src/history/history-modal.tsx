import { Box, Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { GradebookRow } from '../../../shared/contracts/gradebook';
import { useGradebookClient } from '../api/gradebook-client';
import { useLoaded } from '../api/use-loaded';
import { BodyRow, Cell, ColumnHeading, PlainTable, TableFrame } from '../marks-table/table-parts';
import { useMessage } from '../translations/use-message';

interface Props {
  moduleKey: string;
  student: Pick<GradebookRow, 'enrollmentKey' | 'studentName'>;
  onClose: () => void;
}

/** Every change of one student's mark or feedback: when, who, from, to (M7). */
export function HistoryModal({ moduleKey, student, onClose }: Props) {
  const message = useMessage();
  const title = message('history.title', { student: student.studentName });
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={message('history.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Changes label={title} moduleKey={moduleKey} enrollmentKey={student.enrollmentKey} />
        </Modal.Body>
        <Modal.Footer justifyContent="flex-end">
          <Button variant="tertiary" onClick={onClose}>
            {message('history.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

interface ChangesProps {
  /** The accessible name of the table. */
  label: string;
  moduleKey: string;
  enrollmentKey: string;
}

function Changes({ label, moduleKey, enrollmentKey }: ChangesProps) {
  const message = useMessage();
  const { formatDate, formatNumber } = useIntl();
  const client = useGradebookClient();
  const loaded = useLoaded(
    useCallback(() => client.history(moduleKey, enrollmentKey), [client, moduleKey, enrollmentKey]),
  );

  if (loaded.state === 'loading') {
    return (
      <Flex justifyContent="center" padding={6}>
        <Loader>{message('history.loading')}</Loader>
      </Flex>
    );
  }
  if (loaded.state === 'failed' || loaded.data.length === 0) {
    return (
      <Box padding={4}>
        <Typography textColor={loaded.state === 'failed' ? 'danger600' : 'neutral600'}>
          {message(loaded.state === 'failed' ? 'history.failed' : 'history.none')}
        </Typography>
      </Box>
    );
  }
  const mark = (value: number | null): string =>
    value === null ? message('history.empty-mark') : formatNumber(value, { maximumFractionDigits: 2 });
  return (
    <TableFrame aria-label={label}>
      <PlainTable style={{ minWidth: '48rem' }}>
        <thead>
          <tr>
            {(['history.when', 'history.who', 'history.from', 'history.to'] as const).map((key) => (
              <ColumnHeading key={key} scope="col">
                <Typography variant="sigma" textColor="neutral600">
                  {message(key)}
                </Typography>
              </ColumnHeading>
            ))}
          </tr>
        </thead>
        <tbody>
          {loaded.data.map(({ at, actor, from, to, feedback }, index) => (
            <BodyRow key={`${at}-${index}`}>
              {[formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }), actor].map((text, column) => (
                <Cell key={column}>
                  <Typography textColor="neutral800">{text}</Typography>
                </Cell>
              ))}
              {([from, to] as const).map((value, column) => (
                <Cell key={column}>
                  {(from !== to || !feedback) && (
                    <Typography textColor="neutral800">{mark(value)}</Typography>
                  )}
                  {feedback && <Feedback text={column === 0 ? feedback.from : feedback.to} />}
                </Cell>
              ))}
            </BodyRow>
          ))}
        </tbody>
      </PlainTable>
    </TableFrame>
  );
}

function Feedback({ text }: { text: string }) {
  const message = useMessage();
  return (
    <Typography tag="p" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
      {text || message('history.empty-feedback')}
    </Typography>
  );
}
