import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowsCounterClockwise, Check } from '@strapi/icons';
import { Layouts } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { Gradebook } from '../../../shared/contracts/gradebook';
import { writeMark } from '../../../shared/read-mark';
import { PLUGIN_ID } from '../plugin-id';
import { useMessage } from '../translations/use-message';

interface Props extends Pick<Gradebook, 'module' | 'scale'> {
  students: number;
  unsaved: number;
  saving: boolean;
  onSave: () => void;
  /** null: there is nothing to undo. */
  onUndo: (() => void) | null;
  onDiscard: () => void;
}

/** Which module this is, what its marks are, and the one button that saves them all. */
export function GradebookHeader({
  module,
  scale,
  students,
  unsaved,
  saving,
  onSave,
  onUndo,
  onDiscard,
}: Props) {
  const message = useMessage();
  const { locale } = useIntl();
  return (
    <Layouts.Header
      title={`${module.code} · ${module.name}`}
      subtitle={message('gradebook.subtitle', {
        students,
        minimum: writeMark(scale.minimum, locale),
        maximum: writeMark(scale.maximum, locale),
        passMark: writeMark(scale.passMark, locale),
      })}
      navigationAction={
        <Link tag={NavLink} to={`/plugins/${PLUGIN_ID}`} startIcon={<ArrowLeft />}>
          {message('gradebook.back')}
        </Link>
      }
      primaryAction={
        <Flex gap={3} wrap="wrap" justifyContent="flex-end">
          <Typography variant="pi" textColor="neutral600" aria-live="polite">
            {message('save.unsaved', { count: unsaved })}
          </Typography>
          {/* Always there: the table must not move under the hand of who types the first mark. */}
          <Button
            variant="tertiary"
            startIcon={<ArrowsCounterClockwise />}
            onClick={onUndo ?? undefined}
            disabled={saving || !onUndo}
          >
            {message('save.undo')}
          </Button>
          <Button variant="tertiary" onClick={onDiscard} disabled={saving || unsaved === 0}>
            {message('save.discard')}
          </Button>
          <Button startIcon={<Check />} onClick={onSave} loading={saving} disabled={unsaved === 0}>
            {message('save')}
          </Button>
        </Flex>
      }
    />
  );
}
