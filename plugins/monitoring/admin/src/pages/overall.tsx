import { Box, Typography } from '@strapi/design-system';
import type { StatusLine } from '../../../shared/contracts/status';
import { useMessage } from '../translations/use-message';

type Overall = 'good' | 'warning' | 'bad';

/** What was never done counts as something to look at. */
export const overallOf = (lines: StatusLine[]): Overall => {
  if (lines.some(({ verdict }) => verdict === 'bad')) return 'bad';
  return lines.every(({ verdict }) => verdict === 'good') ? 'good' : 'warning';
};

/** In the dark theme the grounds look alike, so the words have the color too. Strapi's own orange has too little contrast. */
const TEXT = { good: 'success700', warning: 'neutral800', bad: 'danger700' } as const;
/** The colors of Strapi's theme, without their shades. */
const GROUND = { good: 'success', warning: 'warning', bad: 'danger' } as const;

/** What is said of all lines together; `isOld`: the server does not answer, and these are its last ones. */
export function OverallBox({ overall, isOld }: { overall: Overall; isOld: boolean }) {
  const message = useMessage();
  return (
    <Box
      background={`${GROUND[overall]}100`}
      borderColor={`${GROUND[overall]}200`}
      padding={4}
      hasRadius
      role="status"
    >
      <Typography fontWeight="semiBold" tag="p" textColor={TEXT[overall]}>
        {message(`overall.${overall}`)}
      </Typography>
      {isOld && (
        <Typography tag="p" textColor="neutral800">
          {message('status.away')}
        </Typography>
      )}
    </Box>
  );
}
