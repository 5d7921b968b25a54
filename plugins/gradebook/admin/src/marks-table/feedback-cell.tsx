import { Field, Flex, Textarea } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Scale } from '../../../shared/mark-scale';
import { writeMark } from '../../../shared/read-mark';
import { useMessage } from '../translations/use-message';
import { MeanwhileNote, problemText, UnsavedNote } from './cell-notes';
import type { RowState } from './cell-state';
import { ContestChoice } from './contest-choice';
import { cellAttributes } from './move-between-cells';
import type { RowActions } from './row-actions';
import { Cell } from './table-parts';

/** One line high until there is more to show; where a browser cannot grow it, it can be pulled larger. */
const GrowingTextarea = styled(Textarea)`
  textarea& {
    min-height: 3.2rem;
  }
  field-sizing: content;
  max-height: 16rem;
  padding-block: ${({ theme }) => theme.spaces[1]};
`;

/** What the teacher writes to one student beside the mark. */
export function FeedbackCell({
  state,
  scale,
  actions,
}: {
  state: RowState;
  scale: Scale;
  actions: RowActions;
}) {
  const message = useMessage();
  const { locale } = useIntl();
  const { row, feedback, changedBy } = state;
  const key = row.enrollmentKey;
  const name = message('cell.feedback', { student: row.studentName });
  return (
    <Cell $unsaved={feedback.unsaved}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Field.Root
          error={
            feedback.problem
              ? problemText(message, feedback.problem, scale, (value) => writeMark(value, locale))
              : undefined
          }
        >
          <GrowingTextarea
            {...cellAttributes({ key, field: 'feedback' })}
            aria-label={name}
            rows={1}
            resizable
            value={feedback.typed ?? row.feedback}
            onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) =>
              actions.type(key, 'feedback', event.target.value)
            }
          />
          <Field.Error />
        </Field.Root>
        {feedback.unsaved && <UnsavedNote />}
        {feedback.contested && (
          <ContestChoice
            field="feedback"
            row={row}
            changedBy={changedBy}
            cellName={name}
            onKeepMine={() => actions.keepMine(key, 'feedback')}
            onTakeTheirs={() => actions.takeTheirs(key, 'feedback')}
          />
        )}
        {feedback.theirs && <MeanwhileNote changedBy={changedBy} />}
      </Flex>
    </Cell>
  );
}
