/** Where Strapi's own page for a document is, in one language. */
export const editAddress = (type: 'module' | 'lesson', documentId: string, locale: string): string =>
  `/content-manager/collection-types/api::${type}.${type}/${documentId}?plugins[i18n][locale]=${locale}`;
