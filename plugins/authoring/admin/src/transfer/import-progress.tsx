import { Flex, ProgressBar, Typography } from '@strapi/design-system';
import { useMessage } from '../translations/use-message';

interface Props {
  done: number;
  total: number;
  title: string;
}

export function ImportProgress({ done, total, title }: Props) {
  const message = useMessage();
  const words =
    total === 0
      ? message('import.opening')
      : message('import.progress', { done, total, title: title || '…' });
  return (
    <Flex direction="column" alignItems="stretch" gap={2} aria-live="polite">
      <Typography tag="p" textColor="neutral800">
        {words}
      </Typography>
      <ProgressBar value={total === 0 ? 0 : Math.round((done / total) * 100)} aria-label={words} />
    </Flex>
  );
}
