import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { FEEDBACK_MAX_LENGTH, type ChangeProblem } from '../../../shared/contracts/gradebook';
import type { Scale } from '../../../shared/mark-scale';
import { useMessage, type Message } from '../translations/use-message';

/** A problem as a sentence for its cell. `writeNumber` writes a mark in the reader's language. */
export const problemText = (
  message: Message,
  problem: ChangeProblem,
  scale: Scale,
  writeNumber: (mark: number) => string,
): string =>
  message(`problem.${problem}`, {
    minimum: writeNumber(scale.minimum),
    maximum: writeNumber(scale.maximum),
    longest: FEEDBACK_MAX_LENGTH,
  });

/** The bar beside an unsaved cell, for those who do not see it. */
export function UnsavedNote() {
  const message = useMessage();
  return <VisuallyHidden>{message('cell.unsaved')}</VisuallyHidden>;
}

/** Somebody else changed this cell; here it was not touched, so there is nothing to choose. */
export function MeanwhileNote({ changedBy }: { changedBy: string | null }) {
  const message = useMessage();
  return (
    <Flex gap={1} alignItems="flex-start">
      <WarningCircle width="1.6rem" height="1.6rem" fill="warning600" aria-hidden />
      <Typography variant="pi" textColor="neutral800">
        {message('cell.meanwhile', { person: changedBy || message('conflict.somebody') })}
      </Typography>
    </Flex>
  );
}
