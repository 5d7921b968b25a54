import { LISTED_MAX, type Found } from '../../../shared/contracts/files';

export interface Findings<Item> {
  add(item: Item): void;
  found(): Found<Item>;
}

/** Counts everything and keeps the first thousand, so that a storage that is gone altogether takes no memory. */
export function collectFindings<Item>(): Findings<Item> {
  const listed: Item[] = [];
  let count = 0;
  return {
    add(item) {
      count++;
      if (listed.length < LISTED_MAX) listed.push(item);
    },
    found: () => ({ count, listed }),
  };
}

/** Without the one, which is no finding any more. */
export function without<Item>({ count, listed }: Found<Item>, isIt: (item: Item) => boolean): Found<Item> {
  const rest = listed.filter((item) => !isIt(item));
  return { count: count - (listed.length - rest.length), listed: rest };
}
