import type { Core } from '@strapi/types';

/** What a rule sees of a document-service call. `data` is what is about to be written. */
export interface DocumentCall {
  uid: string;
  action: string;
  params: { documentId: string; locale?: string; data: Record<string, any> };
}
type Next = () => Promise<any>;
type Rule = (call: DocumentCall, next: Next) => Promise<any>;

/** The rules of one content type, each around the whole call. All of a call is one transaction. */
export interface DocumentMiddleware {
  uid: string;
  create?: Rule;
  update?: Rule;
  remove?: Rule;
}

const RULE_OF_ACTION: Record<string, 'create' | 'update' | 'remove'> = {
  create: 'create',
  clone: 'create',
  update: 'update',
  delete: 'remove',
};

/** Puts rules around the document service. Strapi reads neither file names nor folders for this, so it is said here. */
export function useRules(strapi: Core.Strapi, rules: DocumentMiddleware[]): void {
  const rulesOf = new Map(rules.map((rule) => [rule.uid, rule]));
  strapi.documents.use(async (context, next) => {
    const rule = rulesOf.get(context.uid)?.[RULE_OF_ACTION[context.action] ?? ('none' as 'create')];
    if (!rule) return next();
    return strapi.db.transaction(() => rule(context as unknown as DocumentCall, next as Next)) as never;
  });
}
