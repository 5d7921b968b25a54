import { Flex, Link as TextLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { TransferReport } from '../../../shared/contracts/transfer';
import { useMessage } from '../translations/use-message';
import { useLeftOutWords } from './use-problem-words';

interface Props {
  report: TransferReport;
  onLeave(): void;
}

/** What came of an import. */
export function ImportReport({ report, onLeave }: Props) {
  const message = useMessage();
  const inWords = useLeftOutWords();
  const { code, created, updated, unchanged, notInFolder, problems, moduleKey } = report;
  const lines = [...notInFolder.map((slug) => message('report.kept', { slug })), ...problems.map(inWords)];
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <div role="status">
        <Typography tag="p" fontWeight="semiBold" textColor="neutral800">
          {message('report.counts', { code, created, updated, unchanged })}
        </Typography>
      </div>
      {lines.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1} maxHeight="24rem" overflow="auto">
          {lines.map((line, index) => (
            <Typography tag="li" key={index} textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {line}
            </Typography>
          ))}
        </Flex>
      )}
      <TextLink tag={Link} to={moduleKey} onClick={onLeave}>
        {message('lessons.open')}
      </TextLink>
    </Flex>
  );
}
