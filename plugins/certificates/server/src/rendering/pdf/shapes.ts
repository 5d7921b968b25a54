import type { DrawnPage, PathItem } from '../display-list';
import { keep, lazily } from '../remember';
import { compress, type Compressed } from './compress';
import { construct, painting, preparation } from './path-content';
import type { PdfFile } from './pdf-file';
import { array, dictionary, type Entries, type Ref } from './syntax';

/** Shorter content costs less written out again than named. */
const WORTH_NAMING = 200;

/** Content with a name of its own. */
interface Form {
  content: string;
  compressed: () => Compressed;
  /** What is outside is not seen: left, bottom, right, top. */
  box: number[];
}

/** Neighbouring shapes as they are drawn. */
interface Layer extends Form {
  /** What it names in turn, in the order of their numbers. */
  forms: Form[];
  opacities: number[];
}

const named = (content: string, box: number[]): Form => ({
  content,
  compressed: lazily(() => compress(content)),
  box,
});

function formOf(item: PathItem): Form {
  const { operators, box } = construct(item.d);
  // The box has room for the line itself.
  const room = item.stroke ? Math.ceil(item.strokeWidth / item.scale) * 20 : 1;
  const edges = box.map((edge, index) => (index < 2 ? Math.floor(edge) - room : Math.ceil(edge) + room));
  return named(`${operators}\n${painting(item)}`, edges);
}

/** The box that holds both. */
const around = (one: number[], other: number[]): number[] =>
  one.map((edge, index) => (index < 2 ? Math.min : Math.max)(edge, other[index] as number));

/** The place of an item in a list, where it is put if it is not there. */
function placeIn<T>(list: T[], item: T, isSame: (one: T) => boolean): number {
  const found = list.findIndex(isSame);
  return found >= 0 ? found : list.push(item) - 1;
}

const identityOf = ({ box, content }: Form): string => `${box} ${content}`;

function layerOf(items: PathItem[], { width, height }: DrawnPage): Layer {
  const times = new Map<string, number>();
  for (const { d } of items) times.set(d, (times.get(d) ?? 0) + 1);
  const [forms, opacities]: [Form[], number[]] = [[], []];
  const paint = (item: PathItem): string => {
    const form = formOf(item);
    if (item.d.length < WORTH_NAMING || times.get(item.d) === 1) return form.content;
    const place = placeIn(forms, form, ({ content }) => content === form.content);
    const known = forms[place] as Form;
    forms[place] = { ...known, box: around(known.box, form.box) };
    return `/X${place} Do`;
  };
  const select = (opacity: number): string[] =>
    opacity === 1 ? [] : [`/G${placeIn(opacities, opacity, (one) => one === opacity)} gs`];
  const drawn = items.map((item) =>
    ['q', ...select(item.opacity), preparation(item, height), paint(item), 'Q'].join('\n'),
  );
  return { ...named(drawn.join('\n'), [0, 0, width, height]), forms, opacities };
}

/** Numbers for long texts, which make keys short. No number is given twice. */
const numbers = keep<number>(2000);
let lastNumber = 0;
const numberOf = (text: string): number => numbers(text, () => ++lastNumber);

const keyOf = (items: PathItem[], { width, height }: DrawnPage): string =>
  items.reduce((key, { d, x, y, scale, rotation, fill, stroke, strokeWidth, opacity, fillRule, line }) => {
    const place = `${x} ${y} ${scale} ${rotation}`;
    const look = `${fill} ${stroke} ${strokeWidth} ${opacity} ${fillRule} ${line?.cap} ${line?.join}`;
    return `${key}|${numberOf(d)} ${place} ${look}`;
  }, `${width} ${height}`);

/** Figures have a place of their own: each certificate has another QR code, which would crowd out what all share. */
const [decorations, figures] = [keep<Layer>(100), keep<Layer>(50)];

export interface Shapes {
  /** Draws neighbouring paths of a page. What is short, or no other page and no other certificate has, has no name. */
  draw(items: PathItem[], page: DrawnPage): string;
  /** What was named, by its names. */
  resources(): Entries;
}

/**
 * The paths of one document. What is long is a form XObject (ISO 32000-1, 8.10): those that many certificates share are
 * made once for all of them, and those that several pages show are in the document once.
 */
export function createShapes(file: PdfFile, isOnlyPage: boolean): Shapes {
  const forms = new Map<string, Ref>();
  const states = new Map<number, Ref>();
  const names = new Map<Ref, string>();

  const add = (form: Form, more: Entries = {}): Ref => {
    const key = identityOf(form);
    const entries = { Type: '/XObject', Subtype: '/Form', BBox: array(form.box), ...more };
    const ref = forms.get(key) ?? file.addStream(entries, form.compressed());
    forms.set(key, ref);
    return ref;
  };
  const state = (opacity: number): Ref => {
    const ref = states.get(opacity) ?? file.add(dictionary({ ca: opacity, CA: opacity }));
    states.set(opacity, ref);
    return ref;
  };
  const numbered = (letter: string, refs: Ref[]): string =>
    dictionary(Object.fromEntries(refs.map((ref, index) => [`${letter}${index}`, ref])));

  return {
    draw(items, page) {
      const isFigure = items[0]?.alternative !== undefined;
      const isAlone = isFigure && isOnlyPage;
      const kept = isFigure ? figures : decorations;
      const layer = isAlone ? layerOf(items, page) : kept(keyOf(items, page), () => layerOf(items, page));
      const namesNothing = layer.opacities.length === 0 && layer.forms.length === 0;
      if (namesNothing && (isAlone || layer.content.length < WORTH_NAMING)) return layer.content;
      const XObject = numbered(
        'X',
        layer.forms.map((form) => add(form)),
      );
      const ExtGState = numbered('G', layer.opacities.map(state));
      const ref = add(layer, { Resources: dictionary({ XObject, ExtGState }) });
      const name = names.get(ref) ?? `X${names.size}`;
      names.set(ref, name);
      return `/${name} Do`;
    },
    resources: () => Object.fromEntries([...names].map(([ref, name]) => [name, ref])),
  };
}
