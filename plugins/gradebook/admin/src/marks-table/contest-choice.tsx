import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { GradebookRow } from '../../../shared/contracts/gradebook';
import type { Field } from '../editing/draft';
import { writeMark } from '../../../shared/read-mark';
import { useMessage } from '../translations/use-message';

interface Props {
  field: Field;
  /** The row as the server has it now: with what they wrote. */
  row: GradebookRow;
  changedBy: string | null;
  /** The accessible name of the cell, so that the buttons tell which one they are about. */
  cellName: string;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Two people changed the same cell: shows theirs under mine and lets the teacher choose (M4). */
export function ContestChoice({ field, row, changedBy, cellName, onKeepMine, onTakeTheirs }: Props) {
  const message = useMessage();
  const { locale } = useIntl();
  const person = changedBy || message('conflict.somebody');
  const theirs = field === 'mark' ? writeMark(row.mark, locale) : row.feedback;
  const sentence =
    theirs === ''
      ? message(`conflict.${field}.emptied`, { person })
      : message(`conflict.${field}`, { person, theirs });
  return (
    <Box
      role="group"
      aria-label={sentence}
      background="warning100"
      borderColor="warning200"
      hasRadius
      padding={2}
    >
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography variant="pi" textColor="neutral800">
          {sentence}
        </Typography>
        <Flex gap={2} wrap="wrap">
          <Button
            size="S"
            variant="tertiary"
            aria-label={message('conflict.keep-mine.label', { cell: cellName })}
            onClick={onKeepMine}
          >
            {message('conflict.keep-mine')}
          </Button>
          <Button
            size="S"
            variant="secondary"
            aria-label={message('conflict.take-theirs.label', { cell: cellName })}
            onClick={onTakeTheirs}
          >
            {message('conflict.take-theirs')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}
