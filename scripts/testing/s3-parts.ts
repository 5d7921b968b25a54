import { randomUUID } from 'node:crypto';

/** Of all parts but the last, as Amazon's rule is. */
const PART_AT_LEAST = 5 * 1024 * 1024;

interface Upload {
  name: string;
  type: string;
  parts: Map<number, Buffer>;
}

/** Uploads in parts that are under way: nobody can read one before it is complete. */
export class Uploads {
  #underWay = new Map<string, Upload>();

  /** Of uploads that were begun, neither completed nor given up. */
  get size(): number {
    return this.#underWay.size;
  }

  begin(name: string, type: string): string {
    const id = randomUUID();
    this.#underWay.set(id, { name, type, parts: new Map() });
    return id;
  }

  /** @returns whether there is such an upload */
  take(id: string, name: string, part: number, bytes: Buffer): boolean {
    const upload = this.#of(id, name);
    upload?.parts.set(part, bytes);
    return upload !== null;
  }

  /** @param list the parts that the client names, in its order @returns the whole, or what is wrong with it */
  complete(id: string, name: string, list: number[]): { bytes: Buffer; type: string } | string {
    const upload = this.#of(id, name);
    if (!upload) return 'NoSuchUpload';
    const parts = list.map((part) => upload.parts.get(part));
    if (parts.length === 0 || parts.includes(undefined)) return 'InvalidPart';
    if (list.some((part, at) => at > 0 && part <= (list[at - 1] as number))) return 'InvalidPartOrder';
    if (parts.slice(0, -1).some((part) => (part as Buffer).length < PART_AT_LEAST)) return 'EntityTooSmall';
    this.#underWay.delete(id);
    return { bytes: Buffer.concat(parts as Buffer[]), type: upload.type };
  }

  abort(id: string): boolean {
    return this.#underWay.delete(id);
  }

  #of(id: string, name: string): Upload | null {
    const upload = this.#underWay.get(id);
    return upload?.name === name ? upload : null;
  }
}
