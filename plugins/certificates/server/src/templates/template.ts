import type { z } from 'zod';
import type { Snapshot } from '../../../shared/snapshot';
import type { DrawItem } from '../rendering/display-list';
import type { Element } from '../rendering/layout/element';

/** One page before layout: a tree for Satori, and what is drawn under it. Points, origin at the top left. */
export interface TemplatePage {
  width: number;
  height: number;
  tree: Element;
  art: DrawItem[];
}

export interface Template {
  key: string;
  /** Raised with every visible change: what was issued keeps its version. */
  version: number;
  /** Of its options. */
  schema: z.ZodType;
  /** Pure: the same snapshot gives the same pages. */
  pages(snapshot: Snapshot): TemplatePage[];
}
