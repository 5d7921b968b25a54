import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useState, type ReactNode } from 'react';
import { REASON_MAX_LENGTH } from '../../../shared/contracts/administration';
import { useMessage } from '../translations/use-message';

const SHORTEST = 3;

interface Props {
  title: string;
  /** What will happen, before the reason is asked for. */
  children: ReactNode;
  /** Undefined: no reason is asked for. */
  reasonLabel?: string;
  reasonHint?: string;
  confirm: string;
  danger?: boolean;
  disabled?: boolean;
  /** Resolves when it is done; a rejection is the page's to tell. */
  onConfirm(reason: string): Promise<void>;
  onClose(): void;
}

/** Asks before something that cannot be undone, and why. */
export function ReasonDialog(props: Props) {
  const { title, children, reasonLabel, reasonHint, confirm, danger, disabled, onConfirm, onClose } = props;
  const message = useMessage();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const missing = reasonLabel !== undefined && reason.trim().length < SHORTEST;

  async function submit() {
    setTried(true);
    if (missing || busy) return;
    setBusy(true);
    try {
      await onConfirm(reason.trim());
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={message('dialog.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {children}
            {reasonLabel !== undefined && (
              <Field.Root
                required
                hint={reasonHint}
                error={tried && missing ? message('dialog.reason.missing') : undefined}
              >
                <Field.Label>{reasonLabel}</Field.Label>
                <Textarea
                  value={reason}
                  maxLength={REASON_MAX_LENGTH}
                  onChange={(event) => setReason(event.target.value)}
                />
                <Field.Hint />
                <Field.Error />
              </Field.Root>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {message('dialog.cancel')}
          </Button>
          <Button
            variant={danger ? 'danger' : 'default'}
            onClick={() => void submit()}
            loading={busy}
            disabled={disabled}
          >
            {confirm}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

/** A paragraph of a dialog. */
export const DialogText = ({ children }: { children: ReactNode }) => (
  <Typography textColor="neutral800">{children}</Typography>
);
