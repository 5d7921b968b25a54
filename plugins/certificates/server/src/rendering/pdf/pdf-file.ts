import { compress, type Compressed } from './compress';
import { array, dictionary, type Entries, type Ref } from './syntax';

/** The objects of a PDF on their way into a file (ISO 32000-1, 7.5). */
export interface PdfFile {
  /** An object that comes later, for others to point at. */
  reserve(): Ref;
  /** Adds an object, or the one that was reserved. */
  add(value: string, reserved?: Ref): Ref;
  /** Adds a stream, compressed where that is worth it; `plain` ones stay as they are. */
  addStream(entries: Entries, content: Compressed | { plain: Uint8Array } | Uint8Array | string): Ref;
  /** @param trailer `Root`, `Info` and `ID`. */
  write(trailer: Entries): Uint8Array;
}

/** Bytes above 127 right behind the first line: a PDF is not text. */
const HEADER = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1');

/** Kinds of entries of a cross-reference stream. */
const [IN_FILE, IN_STREAM] = [1, 2];

/** Shorter streams take longer to compress than is saved by it. */
const SHORT = 600;

const numberOf = (ref: Ref): number => parseInt(ref, 10);

export function createPdfFile(): PdfFile {
  let count = 0;
  const reserve = (): Ref => `${++count} 0 R`;
  const values: { number: number; value: string }[] = [];
  const parts: Uint8Array[] = [HEADER];
  /** Where streams begin, by their numbers. */
  const offsets = new Map<number, number>();
  let end = HEADER.length;
  const append = (part: Uint8Array) => {
    parts.push(part);
    end += part.length;
  };
  const appendStream = (ref: Ref, entries: Entries, bytes: Uint8Array) => {
    const number = numberOf(ref);
    offsets.set(number, end);
    const head = `${number} 0 obj\n${dictionary({ ...entries, Length: bytes.length })}\nstream\n`;
    append(Buffer.from(head, 'latin1'));
    append(bytes);
    append(Buffer.from('\nendstream\nendobj\n', 'latin1'));
  };
  const appendCompressed = (ref: Ref, entries: Entries, { bytes }: Compressed) =>
    appendStream(ref, { ...entries, Filter: '/FlateDecode' }, bytes);
  const appendCompact = (ref: Ref, entries: Entries, content: Uint8Array | string) => {
    if (content.length >= SHORT) return appendCompressed(ref, entries, compress(content));
    appendStream(ref, entries, typeof content === 'string' ? Buffer.from(content, 'latin1') : content);
  };

  return {
    reserve,
    add(value, reserved) {
      const ref = reserved ?? reserve();
      values.push({ number: numberOf(ref), value });
      return ref;
    },
    addStream(entries, content) {
      const ref = reserve();
      if (typeof content === 'object' && 'plain' in content) appendStream(ref, entries, content.plain);
      else if (typeof content === 'object' && 'bytes' in content) appendCompressed(ref, entries, content);
      else appendCompact(ref, entries, content);
      return ref;
    },
    write(trailer) {
      const holder = reserve();
      const places = new Map<number, number>();
      let [index, body] = ['', ''];
      values.forEach(({ number, value }, place) => {
        places.set(number, place);
        index += `${number} ${body.length} `;
        body += `${value}\n`;
      });
      const held = { Type: '/ObjStm', N: values.length, First: index.length };
      appendCompact(holder, held, index + body);

      const table = reserve();
      const start = end;
      offsets.set(numberOf(table), start);
      const wide = start > 0xffff ? 4 : 2;
      const row = 1 + wide + 2;
      const rows = Buffer.alloc((count + 1) * row);
      for (let number = 1; number <= count; number++) {
        const offset = offsets.get(number);
        rows.writeUInt8(offset === undefined ? IN_STREAM : IN_FILE, number * row);
        rows.writeUIntBE(offset ?? numberOf(holder), number * row + 1, wide);
        rows.writeUInt16BE(places.get(number) ?? 0, number * row + 1 + wide);
      }
      // The head of the list of free numbers, of which there are no others.
      rows.writeUInt16BE(0xffff, 1 + wide);
      const W = array([1, wide, 2]);
      appendCompact(table, { Type: '/XRef', Size: count + 1, W, ...trailer }, rows);
      append(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
      return Buffer.concat(parts, end);
    },
  };
}
