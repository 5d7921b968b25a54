/** The endpoints' types, from whoever serves them: the only place where the site names the cms's files. */
export type * from '../../../../cms/shared/contracts/content';
export type * from '../../../../cms/shared/contracts/enrollment';
export type * from '../../../../cms/shared/contracts/errors';
export type * from '../../../../cms/shared/contracts/lesson';
export type * from '../../../../cms/shared/contracts/module';
export type * from '../../../../cms/shared/contracts/person';
export type * from '../../../../cms/shared/contracts/preview';
export type * from '../../../../cms/shared/contracts/search';
export type * from '../../../../cms/shared/contracts/session';
export { READER_HEADER } from '../../../../cms/shared/contracts/session';
export type * from '../../../../plugins/certificates/shared/contracts/certificate';
