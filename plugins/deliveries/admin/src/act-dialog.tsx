import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState, type ReactNode } from 'react';
import { useMessage } from './translations/use-message';

interface Props {
  title: string;
  /** What will happen. */
  children: ReactNode;
  confirm: string;
  danger?: boolean;
  disabled?: boolean;
  /** Resolves when it is done; a rejection is the page's to tell. */
  onConfirm(): Promise<void>;
  onClose(): void;
}

/** Asks before something is done. */
export function ActDialog({ title, children, confirm, danger, disabled, onConfirm, onClose }: Props) {
  const message = useMessage();
  const [busy, setBusy] = useState(false);

  async function submit() {
    if (busy || disabled) return;
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <Modal.Header closeLabel={message('dialog.close')}>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {children}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {message('dialog.back')}
            </Button>
            <Button
              type="submit"
              variant={danger ? 'danger' : 'default'}
              loading={busy}
              disabled={disabled ?? false}
            >
              {confirm}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}

/** A paragraph of a dialog. */
export const DialogText = ({ children }: { children: ReactNode }) => (
  <Typography tag="p" textColor="neutral800">
    {children}
  </Typography>
);
