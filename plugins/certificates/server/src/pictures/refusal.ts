import { errors } from '@strapi/utils';

/** 400: a picture that cannot be used, in words for whoever uploads it. */
export const refused = (why: string): Error =>
  new errors.ValidationError(`The picture cannot be used: ${why}`, { reason: 'picture-refused' });
