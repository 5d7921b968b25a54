import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback, useEffect, useState } from 'react';
import { NavLink, useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { CertificateDetail } from '../../../shared/contracts/administration';
import { useAdministrationClient } from '../api/administration-client';
import { useLoaded } from '../api/use-loaded';
import { PLUGIN_ID } from '../plugin-id';
import { useMessage } from '../translations/use-message';
import { CertificateActions } from './certificate-actions';
import { CertificateFacts } from './certificate-facts';
import { CertificateTimeline } from './certificate-timeline';
import { Corrections } from './corrections';
import { FirstPagePicture } from './first-page-picture';
import { Panel } from './panel';

const Columns = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(42rem, 100%), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
  align-items: start;
`;

/** Milliseconds between two looks while a certificate is on its way. */
const WATCH_MS = 3000;

/** One certificate: its picture, what stands in it, what happened to it, and what can be done with it. */
export function DetailPage() {
  const { id = '' } = useParams<{ id: string }>();
  const message = useMessage();
  const client = useAdministrationClient();
  const [shown, setShown] = useState<CertificateDetail | null>(null);
  const [look, setLook] = useState(0);
  const loaded = useLoaded(
    useCallback(() => client.detail(id), [client, id]),
    look,
  );
  useEffect(() => {
    if (loaded.state === 'ready') setShown(loaded.data);
  }, [loaded]);
  useEffect(() => {
    if (loaded.state !== 'ready') return;
    const { stage, mail } = loaded.data;
    if (stage !== 'queued' && mail.state !== 'waiting') return;
    const timer = setTimeout(() => setLook((before) => before + 1), WATCH_MS);
    return () => clearTimeout(timer);
  }, [loaded]);
  const load = useCallback(() => client.file(id), [client, id]);

  if (loaded.state === 'failed') return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;
  // What is shown stays while it is looked up again, so that nothing jumps.
  const certificate = shown?.id === id ? shown : null;
  if (!certificate) return <Page.Loading>{message('detail.loading')}</Page.Loading>;

  const title = certificate.kind === 'grade' ? message('kind.grade') : certificate.title;
  return (
    <Page.Main>
      <Page.Title>{`${certificate.serial} · ${message('list.title')}`}</Page.Title>
      <Layouts.Header
        title={certificate.recipient || message('recipient.gone')}
        subtitle={title}
        navigationAction={
          <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}`} startIcon={<ArrowLeft />}>
            {message('detail.back')}
          </Link>
        }
        primaryAction={
          <CertificateActions certificate={certificate} onChange={() => setLook((before) => before + 1)} />
        }
      />
      <Layouts.Content>
        <Box paddingBottom={8}>
          <Columns>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Panel title={message('detail.picture')}>
                {certificate.hasFile ? (
                  <FirstPagePicture
                    load={load}
                    label={message('picture.label', { recipient: certificate.recipient, title })}
                  />
                ) : (
                  <Typography textColor="neutral600">{message('picture.none')}</Typography>
                )}
              </Panel>
              {certificate.chain.length > 1 && (
                <Panel title={message('detail.corrections')}>
                  <Corrections id={id} chain={certificate.chain} />
                </Panel>
              )}
            </Flex>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Panel title={message('detail.facts')}>
                <CertificateFacts certificate={certificate} />
              </Panel>
              <Panel title={message('detail.timeline')}>
                <CertificateTimeline timeline={certificate.timeline} />
              </Panel>
            </Flex>
          </Columns>
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
}
