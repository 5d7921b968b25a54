import { Button, Flex, Modal } from '@strapi/design-system';
import { useState, type ReactNode } from 'react';
import { useMessage } from './translations/use-message';

interface Props {
  title: string;
  children: ReactNode;
  confirm: string;
  /** Resolves when it is done; what went wrong is the dialog's owner's to tell. */
  onConfirm(): Promise<void>;
  onClose(): void;
}

/** A few fields, and what is done with them. */
export function FormDialog({ title, children, confirm, onConfirm, onClose }: Props) {
  const message = useMessage();
  const [busy, setBusy] = useState(false);

  async function submit() {
    if (busy) return;
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
          <Modal.Header closeLabel={message('close')}>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {children}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onClose}>
              {message('cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {confirm}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
