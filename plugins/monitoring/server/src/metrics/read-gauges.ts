import { Gauge, type Registry } from 'prom-client';
import { keepAnswer, type Patience } from '../kept-answer';

export interface Sample {
  labels?: Record<string, string>;
  /** null: not known, so there is no sample. */
  value: number | null;
}

/** One gauge: what is taken out of what was read. */
export interface ReadGauge<Value> {
  name: string;
  help: string;
  labels?: string[];
  samples(value: Value): Sample[];
}

/**
 * Gauges that are read when they are scraped, all of them by one question. What cannot be read in time is absent: a
 * zero would say that all is well.
 */
export function addReadGauges<Value>(
  registry: Registry,
  ask: () => Promise<Value>,
  gauges: ReadGauge<Value>[],
  patience?: Patience,
): void {
  const read = keepAnswer(ask, patience);
  for (const { name, help, labels = [], samples } of gauges)
    new Gauge({
      name,
      help,
      labelNames: labels,
      registers: [registry],
      async collect() {
        const answer = await read();
        this.reset();
        // A gauge without labels begins with a zero of its own.
        if (labels.length === 0) this.remove();
        for (const sample of answer.ok ? samples(answer.value) : [])
          if (sample.value !== null) this.set(sample.labels ?? {}, sample.value);
      },
    });
}
