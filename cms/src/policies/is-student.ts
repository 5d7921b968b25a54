import { errors } from '@strapi/utils';

/** Lets signed-in users of the site through; everybody else is told to sign in (401). */
export default (ctx: { state: { user?: unknown } }): boolean => {
  if (!ctx.state.user) throw new errors.UnauthorizedError('Sign in first');
  return true;
};
