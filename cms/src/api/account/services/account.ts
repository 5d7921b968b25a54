import type { Core } from '@strapi/types';
import bcrypt from 'bcryptjs';
import type { Me, SignUpRequest } from '../../../../shared/contracts/session';
import { fieldError } from '../../../http/parse-body';

const USER = 'plugin::users-permissions.user';

/** Compared against when nobody has the name, so that the answer takes as long as for somebody (A2). Of no password. */
const NOBODY = '$2a$10$C6UzMDM.H6dfI/f/IKcEeO7ZBpwAQ7rtvpWpLyu4ae7kFBnhTRmZe';

const UNIQUE_VIOLATION = '23505';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The user with these credentials, or null: for an unknown name, a wrong password and a block alike. */
  async authenticate(identifier: string, password: string) {
    const user = await strapi.db.query(USER).findOne({
      where: { $or: [{ username: { $eqi: identifier } }, { email: { $eqi: identifier } }] },
    });
    const matches = await bcrypt.compare(password, user?.password ?? NOBODY);
    return user && matches && !user.blocked ? user : null;
  },

  async hasPassword(documentId: string, password: string): Promise<boolean> {
    const user = await strapi.db.query(USER).findOne({ where: { documentId } });
    return bcrypt.compare(password, user?.password ?? NOBODY);
  },

  /** Makes a student with a profile, in one transaction (A7, A10). @throws ValidationError for a name or address in use. */
  async signUp({ username, email, ...rest }: SignUpRequest) {
    const role = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'student' } });
    if (await strapi.db.query(USER).count({ where: { username: { $eqi: username } } })) {
      throw fieldError('username', 'username-taken');
    }
    if (await strapi.db.query(USER).count({ where: { email: { $eqi: email } } })) {
      throw fieldError('email', 'email-unusable');
    }
    try {
      return await strapi.documents(USER).create({
        data: {
          ...rest,
          username,
          email: email.toLowerCase(),
          provider: 'local',
          confirmed: true,
          role: role.id,
        } as never,
      });
    } catch (error) {
      // Two at once: the database had the last word.
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) {
        throw (error as { constraint?: string }).constraint?.includes('email')
          ? fieldError('email', 'email-unusable')
          : fieldError('username', 'username-taken');
      }
      throw error;
    }
  },

  me: (user: Me): Me => ({
    username: user.username,
    firstName: user.firstName ?? '',
    lastName: user.lastName ?? '',
    email: user.email,
    language: user.language ?? 'en',
  }),
});
