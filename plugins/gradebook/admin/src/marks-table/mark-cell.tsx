import { Field, Flex, TextInput } from '@strapi/design-system';
import { useState, type ClipboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { Scale } from '../../../shared/mark-scale';
import { pastedColumn } from '../editing/pasted-column';
import { writeMark } from '../../../shared/read-mark';
import { useMessage } from '../translations/use-message';
import { MeanwhileNote, problemText, UnsavedNote } from './cell-notes';
import type { RowState } from './cell-state';
import { ContestChoice } from './contest-choice';
import { cellAttributes } from './move-between-cells';
import type { RowActions } from './row-actions';
import { Cell } from './table-parts';

/** The mark of one student: a text field, with what is wrong with it or who else changed it below. */
export function MarkCell({ state, scale, actions }: { state: RowState; scale: Scale; actions: RowActions }) {
  const message = useMessage();
  const { locale } = useIntl();
  const [typing, setTyping] = useState(false);
  const { row, mark, changedBy, insist } = state;
  const key = row.enrollmentKey;
  const name = message('cell.mark', { student: row.studentName });
  // On the way to "10" stands "1": a mark is judged once its cell is left, or once a save was tried.
  const problem = mark.problem && (!typing || insist) ? mark.problem : null;

  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const values = pastedColumn(event.clipboardData.getData('text/plain'));
    if (values.length < 2) return;
    event.preventDefault();
    actions.fill(key, values);
  };

  return (
    <Cell $unsaved={mark.unsaved}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Field.Root
          error={
            problem ? problemText(message, problem, scale, (value) => writeMark(value, locale)) : undefined
          }
        >
          <TextInput
            {...cellAttributes({ key, field: 'mark' })}
            aria-label={name}
            size="S"
            inputMode="decimal"
            autoComplete="off"
            value={mark.typed ?? writeMark(row.mark, locale)}
            onChange={(event) => actions.type(key, 'mark', event.target.value)}
            onFocus={() => setTyping(true)}
            onBlur={() => setTyping(false)}
            onPaste={onPaste}
          />
          <Field.Error />
        </Field.Root>
        {mark.unsaved && <UnsavedNote />}
        {mark.contested && (
          <ContestChoice
            field="mark"
            row={row}
            changedBy={changedBy}
            cellName={name}
            onKeepMine={() => actions.keepMine(key, 'mark')}
            onTakeTheirs={() => actions.takeTheirs(key, 'mark')}
          />
        )}
        {mark.theirs && <MeanwhileNote changedBy={changedBy} />}
      </Flex>
    </Cell>
  );
}
