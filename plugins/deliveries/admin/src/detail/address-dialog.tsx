import { Field } from '@strapi/design-system';
import { useState } from 'react';
import { ActDialog, DialogText } from '../act-dialog';
import { isRefusedAddress } from '../api/deliveries-client';
import { useMessage } from '../translations/use-message';

interface Props {
  to: string;
  /** Rejects for what is no address. */
  onConfirm(to: string): Promise<void>;
  onClose(): void;
}

/** Asks where to send a mail instead. What is wrong with the address is said beside it. */
export function AddressDialog({ to, onConfirm, onClose }: Props) {
  const message = useMessage();
  const [typed, setTyped] = useState(to);
  const [refused, setRefused] = useState(false);

  async function submit() {
    const address = typed.trim();
    if (!address) return setRefused(true);
    try {
      await onConfirm(address);
    } catch (error) {
      if (!isRefusedAddress(error)) throw error;
      setRefused(true);
    }
  }

  return (
    <ActDialog
      title={message('readdress.title')}
      confirm={message('readdress.confirm')}
      onConfirm={submit}
      onClose={onClose}
    >
      <DialogText>{message('readdress.body')}</DialogText>
      <Field.Root
        required
        name="to"
        hint={message('readdress.hint')}
        error={refused ? message('readdress.invalid') : undefined}
      >
        <Field.Label>{message('readdress.to')}</Field.Label>
        <Field.Input
          type="email"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setRefused(false);
          }}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
    </ActDialog>
  );
}
