import { Button, Flex } from '@strapi/design-system';
import { ArrowClockwise, Cross, Pencil } from '@strapi/icons';
import { useCallback, useState } from 'react';
import type { MailDetail } from '../../../shared/contracts/administration';
import { ActDialog, DialogText } from '../act-dialog';
import { isRefusedAddress, useDeliveriesClient } from '../api/deliveries-client';
import { useMessage } from '../translations/use-message';
import { useAct } from '../use-act';
import { AddressDialog } from './address-dialog';

type Act = 'resend' | 'cancel' | 'readdress';

/** What can be done with one mail. A button stands there only for what the user may do and its state allows. */
export function MailActions({ mail, onChange }: { mail: MailDetail; onChange(): void }) {
  const message = useMessage();
  const client = useDeliveriesClient();
  const [act, setAct] = useState<Act | null>(null);
  const run = useAct(
    useCallback(() => {
      setAct(null);
      onChange();
    }, [onChange]),
  );
  const { id, to, state, allowed } = mail;
  const close = () => setAct(null);

  /** What is wrong with the address is told beside it. */
  const readdress = (address: string) =>
    run(async () => {
      await client.readdress(id, address);
      return message('readdress.done');
    }, isRefusedAddress);

  return (
    <>
      <Flex gap={2} wrap="wrap">
        {allowed.resend && (
          <Button startIcon={<ArrowClockwise />} onClick={() => setAct('resend')}>
            {message('resend')}
          </Button>
        )}
        {allowed.readdress && (
          <Button variant="secondary" startIcon={<Pencil />} onClick={() => setAct('readdress')}>
            {message('readdress')}
          </Button>
        )}
        {allowed.cancel && (
          <Button variant="danger-light" startIcon={<Cross />} onClick={() => setAct('cancel')}>
            {message('cancel')}
          </Button>
        )}
      </Flex>
      {act === 'resend' && (
        <ActDialog
          title={message('resend.title')}
          confirm={message('resend.confirm')}
          onConfirm={() =>
            run(async () => {
              await client.act(id, 'resend');
              return message('resend.done');
            })
          }
          onClose={close}
        >
          <DialogText>{message('resend.body', { to })}</DialogText>
          {state === 'sent' && <DialogText>{message('resend.body.sent')}</DialogText>}
        </ActDialog>
      )}
      {act === 'cancel' && (
        <ActDialog
          title={message('cancel.title')}
          confirm={message('cancel.confirm')}
          danger
          onConfirm={() =>
            run(async () => {
              await client.act(id, 'cancel');
              return message('cancel.done');
            })
          }
          onClose={close}
        >
          <DialogText>{message('cancel.body')}</DialogText>
        </ActDialog>
      )}
      {act === 'readdress' && <AddressDialog to={to} onConfirm={readdress} onClose={close} />}
    </>
  );
}
