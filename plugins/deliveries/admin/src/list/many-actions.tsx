import { Button, Loader } from '@strapi/design-system';
import { ArrowClockwise, Cross } from '@strapi/icons';
import { useRBAC } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { ListQuery } from '../../../shared/contracts/administration';
import { ActDialog, DialogText } from '../act-dialog';
import { useDeliveriesClient } from '../api/deliveries-client';
import { useWatched } from '../api/use-watched';
import { permissionsFor } from '../permissions';
import { useMessage } from '../translations/use-message';
import { useAct } from '../use-act';

type Act = 'resend' | 'cancel';
const BUTTONS = [...permissionsFor('resend'), ...permissionsFor('cancel')];

interface Props {
  query: ListQuery;
  search: string;
  onChange(): void;
}

/** What can be done with everything that the list's filters find. */
export function ManyActions({ query, search, onChange }: Props) {
  const message = useMessage();
  const { allowedActions } = useRBAC(BUTTONS as never);
  const allowed = allowedActions as { canResend?: boolean; canCancel?: boolean };
  const [act, setAct] = useState<Act | null>(null);
  return (
    <>
      {allowed.canResend && (
        <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={() => setAct('resend')}>
          {message('many.resend')}
        </Button>
      )}
      {allowed.canCancel && (
        <Button variant="danger-light" startIcon={<Cross />} onClick={() => setAct('cancel')}>
          {message('many.cancel')}
        </Button>
      )}
      {act && (
        <ManyDialog
          act={act}
          query={query}
          search={search}
          onClose={() => setAct(null)}
          onDone={() => {
            setAct(null);
            onChange();
          }}
        />
      )}
    </>
  );
}

/** Says how many they are, before. */
function ManyDialog({
  act,
  query,
  search,
  onClose,
  onDone,
}: Omit<Props, 'onChange'> & { act: Act; onClose(): void; onDone(): void }) {
  const message = useMessage();
  const client = useDeliveriesClient();
  const run = useAct(onDone);
  const { loaded } = useWatched(
    useCallback(() => client.countMany(query, search), [client, query, search]),
    () => null,
  );
  const count = loaded.state === 'ready' ? loaded.data[act] : 0;
  return (
    <ActDialog
      title={message(`many.${act}.title`)}
      confirm={message(`many.${act}.confirm`, { count })}
      danger={act === 'cancel'}
      disabled={count === 0}
      onConfirm={() =>
        run(async () => message(`many.${act}.done`, { count: await client.doMany(act, query, search) }))
      }
      onClose={onClose}
    >
      {loaded.state === 'loading' ? (
        <Loader small>{message('many.counting')}</Loader>
      ) : (
        <DialogText>
          {loaded.state === 'failed' ? message('act.failed') : message(`many.${act}.body`, { count })}
        </DialogText>
      )}
    </ActDialog>
  );
}
