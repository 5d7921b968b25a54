import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Counter, Histogram, type Registry } from 'prom-client';
import { z } from 'zod';
import { Label } from './label';

const Milliseconds = z.number().min(0);
const Rendered = z.object({ milliseconds: Milliseconds, template: Label, outcome: Label });
const Attempted = z.object({ milliseconds: Milliseconds, outcome: Label });
const Ran = z.object({ milliseconds: Milliseconds, task: Label, outcome: Label });

/**
 * Listens to what other plugins tell on channels of `node:diagnostics_channel`, so that none of them needs this one. A
 * message of another form counts nothing; nothing here may fail in the plugin that tells.
 * @returns how to stop listening.
 */
export function countEvents(registry: Registry): () => void {
  const histogram = (name: string, help: string, labelNames: string[], buckets: number[]) =>
    new Histogram({ name, help, labelNames, buckets, registers: [registry] });

  const renders = histogram(
    'lumino_render_seconds',
    'How long drawing a certificate or a picture of it took, in seconds.',
    ['template', 'outcome'],
    [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  );
  const runs = histogram(
    'lumino_job_run_seconds',
    'How long one try of a job took, in seconds.',
    ['task', 'outcome'],
    [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900],
  );
  const attempts = new Counter({
    name: 'lumino_mail_attempts_total',
    help: 'Tries to hand a mail to the mail server.',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const attemptSeconds = histogram(
    'lumino_mail_attempt_seconds',
    'How long a try to hand a mail to the mail server took, in seconds.',
    ['outcome'],
    [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
  );

  const heard = <Message extends z.ZodType>(
    channel: string,
    form: Message,
    count: (message: z.infer<Message>) => void,
  ) => {
    const listener = (message: unknown) => {
      const { success, data } = form.safeParse(message);
      if (success) count(data);
    };
    subscribe(channel, listener);
    return () => unsubscribe(channel, listener);
  };
  const stops = [
    heard('lumino:certificates:render', Rendered, ({ milliseconds, template, outcome }) =>
      renders.observe({ template, outcome }, milliseconds / 1000),
    ),
    heard('lumino:deliveries:attempt', Attempted, ({ milliseconds, outcome }) => {
      attempts.inc({ outcome });
      attemptSeconds.observe({ outcome }, milliseconds / 1000);
    }),
    heard('lumino:jobs:run', Ran, ({ milliseconds, task, outcome }) =>
      runs.observe({ task, outcome }, milliseconds / 1000),
    ),
  ];
  return () => stops.forEach((stop) => stop());
}
