import { Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { NavLink } from 'react-router-dom';
import type { DeadLetter } from '../../../shared/contracts/administration';
import { ActDialog, DialogText } from '../act-dialog';
import { useDeliveriesClient } from '../api/deliveries-client';
import { useWatched } from '../api/use-watched';
import { Panel } from '../panel';
import { PAGES } from '../plugin-id';
import { useMessage } from '../translations/use-message';
import { useAct } from '../use-act';
import { DepthChart } from './depth-chart';
import { LettersTable } from './letters-table';
import { TasksTable } from './tasks-table';

const WATCH_MS = 5000;

/** The queue behind everything: how much there is to do, and what was given up. */
export function WorkPage() {
  const message = useMessage();
  const client = useDeliveriesClient();
  const [chosen, setChosen] = useState<{ letter: DeadLetter; act: 'retry' | 'discard' } | null>(null);
  const { loaded, lookAgain } = useWatched(
    useCallback(() => client.work(), [client]),
    () => WATCH_MS,
  );
  const run = useAct(
    useCallback(() => {
      setChosen(null);
      lookAgain();
    }, [lookAgain]),
  );

  if (loaded.state === 'failed') return loaded.status === 403 ? <Page.NoPermissions /> : <Page.Error />;
  if (loaded.state === 'loading') return <Page.Loading>{message('work.loading')}</Page.Loading>;
  const { tasks, letters } = loaded.data;
  return (
    <Page.Main>
      <Page.Title>{`${message('work.title')} · ${message('list.title')}`}</Page.Title>
      <Layouts.Header
        title={message('work.title')}
        subtitle={message('work.subtitle')}
        navigationAction={
          <Link tag={NavLink} to={PAGES} startIcon={<ArrowLeft />}>
            {message('detail.back')}
          </Link>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
          <Panel title={message('work.depths')}>
            <DepthChart tasks={tasks} />
          </Panel>
          <Panel title={message('work.tasks')}>
            <TasksTable tasks={tasks} />
          </Panel>
          <Panel title={message('work.letters')}>
            {letters.length === 0 ? (
              <Typography textColor="neutral600">{message('work.letters.none')}</Typography>
            ) : (
              <LettersTable
                letters={letters}
                onRetry={(letter) => setChosen({ letter, act: 'retry' })}
                onDiscard={(letter) => setChosen({ letter, act: 'discard' })}
              />
            )}
          </Panel>
        </Flex>
      </Layouts.Content>
      {chosen && (
        <ActDialog
          title={message(`work.${chosen.act}.title`)}
          confirm={message(`work.${chosen.act}`)}
          danger={chosen.act === 'discard'}
          onConfirm={() =>
            run(async () => {
              await client.decide(chosen.letter.id, chosen.act);
              return message(`work.${chosen.act}.done`);
            })
          }
          onClose={() => setChosen(null)}
        >
          <DialogText>{message(`work.${chosen.act}.body`, { task: chosen.letter.task })}</DialogText>
        </ActDialog>
      )}
    </Page.Main>
  );
}
