import { Status, Typography } from '@strapi/design-system';
import type { DeliveryState as State } from '../../shared/contracts/deliveries';
import { useMessage } from './translations/use-message';

const VARIANTS = {
  waiting: 'secondary',
  retrying: 'alternative',
  sent: 'success',
  refused: 'danger',
  'given-up': 'danger',
  cancelled: 'neutral',
} as const;

export const isOnItsWay = (state: State): boolean => state === 'waiting' || state === 'retrying';

/** How far a mail got. */
export function DeliveryState({ state }: { state: State }) {
  const message = useMessage();
  return (
    <Status variant={VARIANTS[state]} size="S" width="fit-content">
      <Typography tag="span" variant="omega" fontWeight="bold">
        {message(`state.${state}`)}
      </Typography>
    </Status>
  );
}
