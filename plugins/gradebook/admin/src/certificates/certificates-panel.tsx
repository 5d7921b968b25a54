import { Button, Dialog, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowRight, Feather } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { NavLink, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import { useMessage } from '../translations/use-message';
import type { Certificates } from './use-certificates';

const PAGES = '/plugins/certificates';

const Panel = styled.section`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: ${({ theme }) => theme.spaces[4]};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  padding: ${({ theme }) => `${theme.spaces[4]} ${theme.spaces[5]}`};
`;

/** Who can have a certificate now, and the button that issues to them (C9). What is typed and not saved does not count. */
export function CertificatesPanel({
  certificates,
  unsaved,
}: {
  certificates: Certificates;
  unsaved: boolean;
}) {
  const message = useMessage();
  const { toggleNotification } = useNotification();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { ready, issued } = certificates;

  const issue = async () => {
    setAsking(false);
    try {
      navigate(`${PAGES}/runs/${await certificates.issue()}`);
    } catch {
      certificates.refresh();
      toggleNotification({ type: 'danger', message: message('certificates.failed') });
    }
  };

  return (
    <Panel aria-label={message('certificates.title')}>
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography tag="h2" variant="sigma" textColor="neutral600">
          {message('certificates.title')}
        </Typography>
        <Typography textColor="neutral800">{message('certificates.summary', { ready, issued })}</Typography>
        {unsaved && ready > 0 && (
          <Typography variant="pi" textColor="neutral600">
            {message('certificates.unsaved')}
          </Typography>
        )}
      </Flex>
      <Flex gap={4} wrap="wrap">
        {issued > 0 && (
          <Link tag={NavLink} to={PAGES} endIcon={<ArrowRight />}>
            {message('certificates.all')}
          </Link>
        )}
        {ready > 0 && (
          <Button
            variant="secondary"
            startIcon={<Feather />}
            disabled={unsaved}
            onClick={() => setAsking(true)}
          >
            {message('certificates.issue', { count: ready })}
          </Button>
        )}
      </Flex>
      <Dialog.Root open={asking} onOpenChange={setAsking}>
        <Dialog.Content>
          <Dialog.Header>{message('certificates.title')}</Dialog.Header>
          <Dialog.Body>{message('certificates.confirm', { count: ready })}</Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button variant="tertiary" fullWidth>
                {message('certificates.cancel')}
              </Button>
            </Dialog.Cancel>
            <Button fullWidth onClick={() => void issue()}>
              {message('certificates.issue.short')}
            </Button>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </Panel>
  );
}
