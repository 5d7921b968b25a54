// As much of the competitors' packages as is used here: they are installed when the benchmark first runs, and types are
// checked without them.
declare module 'pdfkit' {
  import type { EventEmitter } from 'node:events';
  export default class PDFDocument extends EventEmitter {
    constructor(options: Record<string, unknown>);
    _font: { constructor: new (document: PDFDocument, font: unknown, id: string) => unknown };
    _fontFamilies: Record<string, unknown>;
    _fontCount: number;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(color: string): this;
    lineWidth(width: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    path(d: string): this;
    fill(color: string): this;
    stroke(color: string): this;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    widthOfString(text: string, options?: Record<string, unknown>): number;
    text(text: string, x: number, y: number, options: Record<string, unknown>): this;
    end(): void;
  }
}

declare module '@react-pdf/renderer' {
  type Component = (props: Record<string, unknown>) => unknown;
  export const Document: Component;
  export const Page: Component;
  export const View: Component;
  export const Text: Component;
  export const Svg: Component;
  export const Path: Component;
  export const Font: {
    register(family: Record<string, unknown>): void;
    registerHyphenationCallback(split: (word: string) => string[]): void;
  };
  export function renderToBuffer(document: unknown): Promise<Uint8Array>;
}

declare module '@myriaddreamin/typst-ts-node-compiler' {
  export class NodeCompiler {
    static create(options: { workspace: string; fontArgs: { fontBlobs: Uint8Array[] }[] }): NodeCompiler;
    compile(options: { mainFilePath: string; inputs: Record<string, string> }): {
      result: object | null;
      printErrors(): void;
    };
    pdf(document: object, options: { pdfTags: boolean; creationTimestamp: number }): Uint8Array;
    evictCache(maxAge: number): void;
  }
}
