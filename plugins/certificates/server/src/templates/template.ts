import type { z } from 'zod';
import type { Kind } from '../../../shared/contracts/certificate';
import type { Snapshot } from '../../../shared/snapshot';
import type { DrawItem } from '../rendering/display-list';
import type { Element } from '../rendering/layout/element';
import type { PictureItem } from '../rendering/picture/place-picture';

/** What is drawn under the texts of a page. */
export type Art = DrawItem | PictureItem;

/** One page before layout: a tree for Satori, and what is drawn under it. Points, origin at the top left. */
export interface TemplatePage {
  width: number;
  height: number;
  tree: Element;
  art: Art[];
}

export interface Template<Options = any> {
  key: string;
  /** Raised with every visible change: what was issued keeps its version. */
  version: number;
  /** What staff choose it by. */
  name: Record<'en' | 'es', string>;
  /** Which certificates it can show. */
  kinds: readonly Kind[];
  /** Of its options: a strict object of strings, numbers, booleans and enumerations, each with a default and titles. */
  schema: z.ZodType<Options>;
  /** Pure: the same snapshot and options, which have passed the schema, give the same pages. */
  pages(snapshot: Snapshot, options: Options): TemplatePage[];
}

/** Lets TypeScript find the type of the options in the schema. */
export const defineTemplate = <Options>(template: Template<Options>): Template<Options> => template;
