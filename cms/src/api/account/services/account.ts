import type { Core } from '@strapi/types';
import bcrypt from 'bcryptjs';
import type { Me, SignUpRequest } from '../../../../shared/contracts/session';
import { fieldError } from '../../../http/parse-body';
import { isGuessable, isWhole } from '../guessable-password';
import { ourWords } from '../our-words';

const USER = 'plugin::users-permissions.user';

/** Compared against when nobody has the name, so that the answer takes as long as for somebody (A2). Of no password. */
const NOBODY = '$2a$10$C6UzMDM.H6dfI/f/IKcEeO7ZBpwAQ7rtvpWpLyu4ae7kFBnhTRmZe';

interface Named {
  username: string;
  email: string;
  firstName?: string | null;
  lastName?: string | null;
}

const UNIQUE_VIOLATION = '23505';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The user with these credentials, or null: for an unknown name, a wrong password and a block alike. */
  async authenticate(identifier: string, password: string) {
    const user = await strapi.db.query(USER).findOne({
      where: { $or: [{ username: { $eqi: identifier } }, { email: { $eqi: identifier } }] },
    });
    const matches = await bcrypt.compare(password, user?.password ?? NOBODY);
    return user && matches && isWhole(password) && !user.blocked ? user : null;
  },

  /**
   * Asked again before what a thief of the session must not do: whoever guesses is slowed down as at log-in.
   * @param ctx whose signed-in student and address it is about
   * @throws ValidationError `wrong-password` at this field, 429
   */
  async assertPassword(
    ctx: { state: { user: { documentId: string } }; request: { ip: string } },
    password: string,
    field = 'password',
  ): Promise<void> {
    const limit = strapi.service('api::limit.limit');
    await limit.check('wrong-password', ctx.request.ip);
    const user = await strapi.db.query(USER).findOne({ where: { documentId: ctx.state.user.documentId } });
    if ((await bcrypt.compare(password, user?.password ?? NOBODY)) && isWhole(password)) return;
    await limit.count('wrong-password', ctx.request.ip);
    throw fieldError(field, 'wrong-password');
  },

  /** @param known words of its owner: names, addresses */
  isEasyToGuess: (password: string, known: string[]): boolean =>
    isGuessable(password, [...known, ...ourWords(strapi)]),

  /** @throws ValidationError `guessable` for a password that many people have, or that says little but who its owner is */
  assertHardToGuess(password: string, { username, email, firstName, lastName }: Named): void {
    if (this.isEasyToGuess(password, [username, email, firstName ?? '', lastName ?? '']))
      throw fieldError('password', 'guessable');
  },

  /**
   * Makes a student with a profile, in one transaction (A7, A10).
   * @param confirmed of somebody whose address is known to be theirs
   * @throws ValidationError for a name or address in use.
   */
  async signUp({ username, email, ...rest }: SignUpRequest, { confirmed = false } = {}) {
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
      const data = { ...rest, username, email: email.toLowerCase(), provider: 'local', confirmed };
      return await strapi.documents(USER).create({ data: { ...data, role: role.id } as never });
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
    confirmed: user.confirmed === true,
  }),
});
