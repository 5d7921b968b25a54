import type { Core } from '@strapi/types';
import type { PersonResponse, TeacherResponse } from '../../../../shared/contracts/person';
import type { Locale } from '../../../../shared/contracts/locale';
import { refuse } from '../../../http/refuse';
import { toPicture } from '../../../media/picture';

const USER = 'plugin::users-permissions.user';

/** Public pages of people (U1). */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async student(username: string, readerKey: string): Promise<PersonResponse> {
    const user = await strapi.db.query(USER).findOne({ where: { username, blocked: { $ne: true } } });
    if (!user) throw refuse(404, 'unknown-person', 'There is nobody of this name');
    const profile = await strapi.db
      .query('api::student-profile.student-profile')
      .findOne({ where: { userKey: user.documentId }, populate: { avatar: true } });
    return {
      username: user.username,
      firstName: user.firstName ?? '',
      lastName: user.lastName ?? '',
      bio: profile?.bio ?? '',
      avatar: toPicture(profile?.avatar, ''),
      ...(user.documentId === readerKey ? { email: user.email } : {}),
    };
  },

  async teacher(slug: string, locale: Locale): Promise<TeacherResponse> {
    const profile = await strapi.db
      .query('api::teacher-profile.teacher-profile')
      .findOne({ where: { slug }, populate: { avatar: true } });
    if (!profile) throw refuse(404, 'unknown-person', 'There is no such teacher');
    const all: any[] = await strapi.service('api::module.catalog').all(locale);
    const modules = all.filter(({ teacher }) => teacher?.documentId === profile.documentId);
    return {
      slug: profile.slug,
      displayName: profile.displayName,
      bio: (locale === 'es' && profile.bioEs) || profile.bio || '',
      avatar: toPicture(profile.avatar, ''),
      modules: modules.map(({ code, name, summary }: any) => ({ code, name, summary: summary ?? '' })),
    };
  },
});
