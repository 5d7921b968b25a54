import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft, Check } from '@strapi/icons';
import { Layouts } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import type { Gradebook } from '../../../shared/contracts/gradebook';
import { writeMark } from '../editing/read-mark';
import { PLUGIN_ID } from '../plugin-id';
import { useMessage } from '../translations/use-message';

interface Props extends Pick<Gradebook, 'module' | 'scale'> {
  students: number;
  unsaved: number;
  saving: boolean;
  onSave: () => void;
  onDiscard: () => void;
}

/** Which module this is, what its marks are, and the one button that saves them all. */
export function GradebookHeader({ module, scale, students, unsaved, saving, onSave, onDiscard }: Props) {
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
          {unsaved > 0 && (
            <Button variant="tertiary" onClick={onDiscard} disabled={saving}>
              {message('save.discard')}
            </Button>
          )}
          <Button startIcon={<Check />} onClick={onSave} loading={saving} disabled={unsaved === 0}>
            {message('save')}
          </Button>
        </Flex>
      }
    />
  );
}
