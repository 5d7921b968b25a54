import { Alert, Flex, Loader, Typography } from '@strapi/design-system';
import { useCallback } from 'react';
import { useAdministrationClient } from '../api/administration-client';
import { useLoaded } from '../api/use-loaded';
import { useMessage, useRefusal } from '../translations/use-message';
import { DialogText, ReasonDialog } from './reason-dialog';

interface Props {
  id: string;
  onConfirm(reason: string): Promise<void>;
  onClose(): void;
}

/** Shows what a new certificate would say differently, then asks why it is needed. */
export function CorrectionDialog({ id, onConfirm, onClose }: Props) {
  const message = useMessage();
  const inWords = useRefusal();
  const client = useAdministrationClient();
  const loaded = useLoaded(useCallback(() => client.correction(id), [client, id]));
  const refusal = loaded.state === 'ready' ? loaded.data.refusal : null;
  const changes = loaded.state === 'ready' ? loaded.data.changes : [];

  return (
    <ReasonDialog
      title={message('correct.title')}
      reasonLabel={message('correct.reason')}
      reasonHint={message('correct.reason.hint')}
      confirm={message('correct.confirm')}
      disabled={loaded.state !== 'ready' || refusal !== null}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <DialogText>{message('correct.body')}</DialogText>
      {loaded.state === 'loading' && <Loader small>{message('correct.loading')}</Loader>}
      {loaded.state === 'failed' && <DialogText>{message('correct.unknown')}</DialogText>}
      {refusal && (
        <Alert variant="warning" closeLabel={message('dialog.close')} title={message('correct.refused')}>
          {inWords(refusal)}
        </Alert>
      )}
      {loaded.state === 'ready' && changes.length === 0 && !refusal && (
        <DialogText>{message('correct.same')}</DialogText>
      )}
      {changes.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {changes.map(({ field, code, from, to }) => (
            <li key={code ?? field}>
              <Typography variant="sigma" textColor="neutral600">
                {code ?? message('column.recipient')}
              </Typography>
              <Typography tag="p" textColor="neutral800">
                <del>{from || '–'}</del> → <ins>{to || '–'}</ins>
              </Typography>
            </li>
          ))}
        </Flex>
      )}
    </ReasonDialog>
  );
}
