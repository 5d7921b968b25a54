import { face, type FaceKey } from '../fonts/faces';
import { keep, lazily } from '../remember';
import { startWasm } from './wasm-module';

/** A positioned glyph; lengths in units of its face. */
export interface HarfBuzzGlyph {
  id: number;
  /** Where the characters it stands for begin, in UTF-16 units. */
  cluster: number;
  xAdvance: number;
  xOffset: number;
  yOffset: number;
}

/** HB_MEMORY_MODE_WRITABLE */
const WRITABLE = 2;
/** hb_direction_t */
const DIRECTIONS = { ltr: 4, rtl: 5 };
/** Words of hb_glyph_info_t, and of hb_glyph_position_t. */
const WORDS = 5;
/** Bytes of hb_feature_t, and of hb_glyph_extents_t. */
const FEATURE = 16;
const EXTENTS = 16;

const harfBuzz = lazily(() => startWasm('harfbuzzjs/hb.wasm', '__wasm_call_ctors'));

const fontPointers = new Map<FaceKey, number>();
function fontPointer(key: FaceKey): number {
  const known = fontPointers.get(key);
  if (known) return known;
  const { call, place } = harfBuzz();
  const { bytes } = face(key);
  const blob = call('hb_blob_create', place(bytes), bytes.length, WRITABLE, 0, 0);
  const pointer = call('hb_font_create', call('hb_face_create', blob, 0));
  fontPointers.set(key, pointer);
  return pointer;
}

/** hb_feature_t for "no ligatures": letters that are spaced out stand alone. */
const noLigatures = lazily(() => {
  const { call, place } = harfBuzz();
  const name = Buffer.from('-liga');
  const [written, pointer] = [place(name), call('malloc', FEATURE)];
  call('hb_feature_from_string', written, name.length, pointer);
  call('free', written);
  return pointer;
});

const extents = lazily(() => harfBuzz().call('malloc', EXTENTS));
const buffer = lazily(() => harfBuzz().call('hb_buffer_create'));

/**
 * Shapes a text of one direction and one script with one face.
 *
 * @returns glyphs from left to right, whatever the direction.
 */
export function shape(
  key: FaceKey,
  text: string,
  direction: 'ltr' | 'rtl',
  { ligatures }: { ligatures: boolean },
): HarfBuzzGlyph[] {
  const { call, place, memory } = harfBuzz();
  const font = fontPointer(key);
  const written = place(Buffer.from(text, 'utf16le'));
  call('hb_buffer_reset', buffer());
  call('hb_buffer_add_utf16', buffer(), written, text.length, 0, text.length);
  call('free', written);
  call('hb_buffer_set_direction', buffer(), DIRECTIONS[direction]);
  call('hb_buffer_guess_segment_properties', buffer());
  call('hb_shape', font, buffer(), ligatures ? 0 : noLigatures(), ligatures ? 0 : 1);

  const infos = call('hb_buffer_get_glyph_infos', buffer(), 0) / 4;
  const positions = call('hb_buffer_get_glyph_positions', buffer(), 0) / 4;
  const count = call('hb_buffer_get_length', buffer());
  const words = new Int32Array(memory());
  return Array.from({ length: count }, (_, index) => {
    const [info, position] = [infos + index * WORDS, positions + index * WORDS];
    return {
      id: words[info] as number,
      cluster: words[info + 2] as number,
      xAdvance: words[position] as number,
      xOffset: words[position + 2] as number,
      yOffset: words[position + 3] as number,
    };
  });
}

/** The box of a glyph around its origin, in units of its face, y up. */
export interface GlyphBox {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

const boxes = keep<GlyphBox | null>(10_000);

/** @returns the box that holds the ink of a glyph, or null where it leaves none. */
export const glyphBox = (key: FaceKey, glyph: number): GlyphBox | null =>
  boxes(`${key} ${glyph}`, () => measuredBox(key, glyph));

function measuredBox(key: FaceKey, glyph: number): GlyphBox | null {
  const { call, memory } = harfBuzz();
  call('hb_font_get_glyph_extents', fontPointer(key), glyph, extents());
  const [left = 0, top = 0, width = 0, height = 0] = new Int32Array(memory(), extents(), 4);
  // HarfBuzz measures heights downwards.
  return width > 0 ? { left, right: left + width, top, bottom: top + height } : null;
}
