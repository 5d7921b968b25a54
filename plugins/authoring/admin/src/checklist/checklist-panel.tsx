import { Button, Flex, Link as TextLink, Loader, Typography } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle, WarningCircle } from '@strapi/icons';
import { useForm } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef } from 'react';
import { Link } from 'react-router-dom';
import { useAuthoringClient } from '../api/authoring-client';
import { useLoaded } from '../api/use-loaded';
import { editAddress } from '../edit-address';
import { useMessage } from '../translations/use-message';
import { useFindingWords } from './use-finding-words';

interface Props {
  type: 'module' | 'lesson';
  documentId: string;
  locale: string;
  /** Changes with each save. */
  version: string;
}

/** What is to be seen to in the draft as it is saved, beside the form that it is written in. */
export function ChecklistPanel({ type, documentId, locale, version }: Props) {
  const message = useMessage();
  const describe = useFindingWords();
  const client = useAuthoringClient();
  const isModified = useForm('ChecklistPanel', ({ modified }) => modified);
  const [loaded, reload] = useLoaded(
    useCallback(() => client.check(type, documentId, locale), [client, type, documentId, locale]),
  );
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== version) reload();
    seen.current = version;
  }, [version, reload]);

  if (loaded.state === 'loading') return <Loader small>{message('checklist.loading')}</Loader>;
  const findings = loaded.state === 'ready' ? loaded.data : [];
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex role="status" gap={2} alignItems="flex-start">
        {loaded.state === 'ready' && findings.length === 0 && (
          <CheckCircle fill="success600" width="2rem" height="2rem" aria-hidden />
        )}
        <Typography tag="p" fontWeight="semiBold" textColor="neutral800">
          {loaded.state === 'failed'
            ? message('checklist.failed')
            : findings.length === 0
              ? message('checklist.fine')
              : message('checklist.count', { count: findings.length })}
        </Typography>
      </Flex>
      {findings.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {findings.map((finding, index) => (
            <Flex tag="li" key={index} gap={2} alignItems="flex-start">
              <WarningCircle fill="warning600" aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
              {finding.kind === 'lesson' ? (
                <TextLink tag={Link} to={editAddress('lesson', finding.lessonKey, locale)}>
                  {describe(finding)}
                </TextLink>
              ) : (
                <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
                  {describe(finding)}
                </Typography>
              )}
            </Flex>
          ))}
        </Flex>
      )}
      {isModified ? (
        <Typography variant="pi" textColor="neutral600">
          {message('checklist.unsaved')}
        </Typography>
      ) : (
        <Button variant="tertiary" size="S" startIcon={<ArrowClockwise />} onClick={reload}>
          {message('checklist.again')}
        </Button>
      )}
    </Flex>
  );
}
