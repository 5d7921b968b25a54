import { Button, Flex } from '@strapi/design-system';
import { Cross, Download, Mail, Pencil } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { CertificateDetail } from '../../../shared/contracts/administration';
import { refusalReason, useAdministrationClient } from '../api/administration-client';
import { saveFile } from '../api/save-file';
import { PLUGIN_ID } from '../plugin-id';
import { useMessage, useReason, type MessageKey } from '../translations/use-message';
import { CorrectionDialog } from './correction-dialog';
import { DialogText, ReasonDialog } from './reason-dialog';

type Act = 'resend' | 'revoke' | 'correct';

/** What can be done with one certificate. A button stands there only for what the user may do and its state allows. */
export function CertificateActions({
  certificate,
  onChange,
}: {
  certificate: CertificateDetail;
  onChange(): void;
}) {
  const message = useMessage();
  const inWords = useReason();
  const client = useAdministrationClient();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [act, setAct] = useState<Act | null>(null);
  const { id, allowed, hasFile, fileName } = certificate;

  /** Closes the dialog and tells how it went; whatever the outcome, the page shows what is true now. */
  async function run(done: MessageKey, work: () => Promise<void>) {
    try {
      await work();
      toggleNotification({ type: 'success', message: message(done) });
    } catch (error) {
      const reason = refusalReason(error);
      toggleNotification({
        type: 'danger',
        message: reason ? message('act.refused', { reason: inWords(reason) }) : message('act.failed'),
      });
    }
    setAct(null);
    onChange();
  }

  const download = () =>
    client.file(id).then(
      (file) => saveFile(file, fileName),
      () => toggleNotification({ type: 'danger', message: message('download.failed') }),
    );

  return (
    <>
      <Flex gap={2} wrap="wrap">
        {hasFile && (
          <Button variant="secondary" startIcon={<Download />} onClick={() => void download()}>
            {message('download')}
          </Button>
        )}
        {allowed.resend && (
          <Button variant="secondary" startIcon={<Mail />} onClick={() => setAct('resend')}>
            {message('resend')}
          </Button>
        )}
        {allowed.correct && (
          <Button variant="secondary" startIcon={<Pencil />} onClick={() => setAct('correct')}>
            {message('correct')}
          </Button>
        )}
        {allowed.revoke && (
          <Button variant="danger-light" startIcon={<Cross />} onClick={() => setAct('revoke')}>
            {message('revoke')}
          </Button>
        )}
      </Flex>
      {act === 'resend' && (
        <ReasonDialog
          title={message('resend.title')}
          confirm={message('resend.confirm')}
          onConfirm={() => run('resend.done', () => client.resend(id))}
          onClose={() => setAct(null)}
        >
          <DialogText>{message('resend.body')}</DialogText>
        </ReasonDialog>
      )}
      {act === 'revoke' && (
        <ReasonDialog
          title={message('revoke.title')}
          reasonLabel={message('revoke.reason')}
          reasonHint={message('revoke.reason.hint')}
          confirm={message('revoke.confirm')}
          danger
          onConfirm={(reason) => run('revoke.done', () => client.revoke(id, reason))}
          onClose={() => setAct(null)}
        >
          <DialogText>{message('revoke.body')}</DialogText>
        </ReasonDialog>
      )}
      {act === 'correct' && (
        <CorrectionDialog
          id={id}
          onConfirm={(reason) =>
            run('correct.done', async () =>
              navigate(`/plugins/${PLUGIN_ID}/${await client.correct(id, reason)}`),
            )
          }
          onClose={() => setAct(null)}
        />
      )}
    </>
  );
}
