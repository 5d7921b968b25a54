import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Node has WebAssembly; its types come with those of browsers only, which have no place here. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports?: object) => { exports: Exports };
};

type Exports = Record<string, (...args: number[]) => number> & {
  memory: { buffer: ArrayBuffer; grow(pages: number): number };
};

export interface WasmModule {
  /** Calls an exported function. @throws Error where there is none of this name. */
  call(name: string, ...args: number[]): number;
  /** Its memory as it is now: to be asked for again after each call, which may have made it grow. */
  memory(): ArrayBuffer;
  /** Copies bytes into it. @returns where they are, until `free`. */
  place(bytes: Uint8Array): number;
}

const PAGE = 65_536;

/**
 * A WebAssembly file of a package. The loaders that come with HarfBuzz are asynchronous, but lengths of texts are asked
 * for by templates in the middle of their work: so it is started here, in a few milliseconds.
 */
export function startWasm(file: string, start: string): WasmModule {
  const stop = () => {
    throw new Error(`certificates: ${file} stopped`);
  };
  const grow = (wanted: number) => {
    const { memory } = exports;
    const missing = (wanted >>> 0) - memory.buffer.byteLength;
    // By an eighth more than it has, so that it does not grow with every text.
    memory.grow(Math.ceil(Math.max(missing, memory.buffer.byteLength / 8) / PAGE));
    return 1;
  };
  const bytes = readFileSync(createRequire(__filename).resolve(file));
  const { exports }: { exports: Exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    wasi_snapshot_preview1: { proc_exit: stop },
    env: {
      _abort_js: stop,
      _emscripten_runtime_keepalive_clear: () => {},
      _setitimer_js: () => 0,
      emscripten_resize_heap: grow,
    },
  });
  const call = (name: string, ...args: number[]): number => {
    const wanted = exports[name];
    if (!wanted) throw new Error(`certificates: ${file} has no ${name}`);
    return wanted(...args);
  };
  call(start);
  return {
    call,
    memory: () => exports.memory.buffer,
    place(content) {
      const at = call('malloc', content.length);
      new Uint8Array(exports.memory.buffer).set(content, at);
      return at;
    },
  };
}
