import { z } from 'zod';
import { FONT_KEYS, LINE_CAPS, LINE_JOINS } from '../rendering/display-list';
import type { Child, Element, Role } from '../rendering/layout/element';
import type { TemplatePage } from './template';

const MOST_PAGES = 200;
const ROLES = ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD'] as const satisfies readonly Role[];

/** What comes out of `h`, or out of a JSX runtime: only these parts of an element are looked at. */
interface AnyElement {
  type: unknown;
  props?: { style?: Record<string, string | number>; children?: unknown; role?: unknown; slot?: unknown };
}

const Length = z.number().min(-20_000).max(20_000);
const Color = z.string().regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be #rrggbb');
const Box = { x: Length, y: Length, width: Length, height: Length };
const Place = z.enum(['flex-start', 'center', 'flex-end']);

/** What `fitted` and the like have made. */
const Lines = z.strictObject({
  lines: z.array(z.string()).max(1000),
  font: z.enum(FONT_KEYS),
  size: z.number().positive(),
  letterSpacing: z.number(),
  lineHeight: z.number().positive(),
  width: Length,
  height: Length,
  color: Color,
  align: Place,
  vertical: Place,
});

const isElement = (value: unknown): value is AnyElement =>
  typeof value === 'object' && value !== null && 'type' in value;

/** Children of all kinds as those that are drawn; what JSX splits into several strings is one text again. */
function flatten(value: unknown): Child[] {
  if (value === null || value === undefined || typeof value === 'boolean') return [];
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) {
    const joined: Child[] = [];
    for (const child of value.flatMap(flatten)) {
      const last = joined.at(-1);
      if (typeof child === 'string' && typeof last === 'string') joined[joined.length - 1] = last + child;
      else joined.push(child);
    }
    return joined;
  }
  if (!isElement(value)) throw new Error('a tree holds something that is neither an element nor a text');
  const { type, props = {} } = value;
  if (typeof type === 'function') return flatten(type(props));
  // A fragment.
  if (typeof type === 'symbol') return flatten(props.children);
  return [plainElement(value)];
}

function plainElement({ type, props = {} }: AnyElement): Element {
  if (type !== 'div' && type !== 'span')
    throw new Error(
      `a tree has <${String(type)}>; only <div> and <span> are laid out, the rest is drawn as art`,
    );
  const { role } = props;
  const known = ROLES.find((one) => one === role);
  if (role !== undefined && !known)
    throw new Error(`an element has the role "${String(role)}"; known are ${ROLES.join(', ')}`);
  const children = flatten(props.children);
  const isText = children.length === 1 && typeof children[0] === 'string';
  // A text beside boxes needs a box of its own to be placed.
  const boxed = isText
    ? children
    : children.map((child) =>
        typeof child === 'string' ? plainElement({ type: 'div', props: { children: child } }) : child,
      );
  return {
    type: 'div',
    key: null,
    props: {
      style: isText ? { ...props.style } : { display: 'flex', flexDirection: 'column', ...props.style },
      children: boxed.length === 1 ? (boxed[0] as Child) : boxed,
      ...(known && { role: known }),
      ...(props.slot !== undefined && { slot: Lines.parse(props.slot) }),
    },
  };
}

const ArtItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('path'),
    d: z.string().max(500_000),
    x: Length,
    y: Length,
    scale: z.number().positive(),
    rotation: z.number().optional(),
    fill: Color.nullable(),
    stroke: Color.nullable(),
    strokeWidth: z.number().min(0),
    opacity: z.number().min(0).max(1),
    fillRule: z.literal('evenodd').optional(),
    line: z.strictObject({ cap: z.enum(LINE_CAPS), join: z.enum(LINE_JOINS) }).optional(),
    alternative: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal('picture'),
    key: z.string(),
    ...Box,
    alternative: z.string().optional(),
  }),
]);

const Pages = z
  .array(
    z.strictObject({
      width: z.number().min(72).max(14_400),
      height: z.number().min(72).max(14_400),
      tree: z.custom<Element>(isElement, 'must be an element'),
      art: z.array(ArtItem).max(20_000),
    }),
  )
  .min(1)
  .max(MOST_PAGES);

/**
 * The pages of somebody else's template as plain data: JSX or `h` in, JSON out, which another thread can be given.
 *
 * @throws Error naming what cannot be drawn, and where.
 */
export function plainPages(value: unknown): TemplatePage[] {
  const parsed = Pages.safeParse(value);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const pages = parsed.data.map((page) => {
    const [tree] = flatten(page.tree);
    if (!tree || typeof tree === 'string') throw new Error('the tree of a page is empty');
    return { ...page, tree };
  });
  return JSON.parse(JSON.stringify(pages));
}
