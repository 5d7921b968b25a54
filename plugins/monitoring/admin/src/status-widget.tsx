import { Flex, Loader, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { useStatus } from './api/use-status';
import { OverallBox, overallOf } from './pages/overall';
import { useSubject, VerdictBadge } from './pages/verdict';
import { useMessage } from './translations/use-message';

/** On the first page: whether all is well, and whatever is not. */
export function StatusWidget() {
  const message = useMessage();
  const nameOf = useSubject();
  const loaded = useStatus();
  // Strapi's own for this is a landmark `main`, of which a page has one.
  if (loaded.state === 'loading')
    return (
      <Flex justifyContent="center" width="100%">
        <Loader small>{message('status.loading')}</Loader>
      </Flex>
    );
  if (loaded.state === 'failed') return <Widget.Error />;

  const { lines } = loaded.data;
  const overall = overallOf(lines);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <OverallBox overall={overall} isOld={loaded.isOld} />
      {overall !== 'good' && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {lines
            .filter(({ verdict }) => verdict !== 'good')
            .map((line) => (
              <Flex
                tag="li"
                key={`${line.subject} ${line.folder ?? ''}`}
                justifyContent="space-between"
                gap={3}
              >
                <Typography textColor="neutral800">{nameOf(line)}</Typography>
                <VerdictBadge verdict={line.verdict} />
              </Flex>
            ))}
        </Flex>
      )}
    </Flex>
  );
}
