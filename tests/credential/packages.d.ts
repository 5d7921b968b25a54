declare module '@digitalbazaar/citizenship-context' {
  /** By the address of the context. */
  export const contexts: Map<string, object>;
}
