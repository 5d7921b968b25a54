import { rm } from 'node:fs/promises';
import type { Core } from '@strapi/types';
import { fieldError } from '../../../http/parse-body';
import { reencodeAvatar } from '../avatar';

const UID = 'api::student-profile.student-profile';

/** The owner's own profile (U3). */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @throws ValidationError `too-long`, `not-an-image`, `too-large` */
  async save(userKey: string, bio: string, avatarPath: string | null): Promise<void> {
    if (bio.length > 2000) throw fieldError('bio', 'too-long');
    const profile = await strapi.db.query(UID).findOne({ where: { userKey }, populate: { avatar: true } });
    const avatar = avatarPath ? await this.storeAvatar(userKey, avatarPath) : undefined;
    await strapi.documents(UID).update({
      documentId: profile.documentId,
      data: { bio, ...(avatar ? { avatar: avatar.id } : {}) } as never,
    });
    if (avatar && profile.avatar) await strapi.plugin('upload').service('upload').remove(profile.avatar);
  },

  async storeAvatar(userKey: string, path: string): Promise<{ id: number }> {
    const { filepath, size } = await reencodeAvatar(path);
    try {
      const [file] = await strapi
        .plugin('upload')
        .service('upload')
        .upload({
          data: { fileInfo: { name: `avatar-${userKey}.webp`, alternativeText: '' } },
          files: { filepath, originalFilename: `avatar-${userKey}.webp`, mimetype: 'image/webp', size },
        });
      return file;
    } finally {
      await rm(filepath, { force: true });
    }
  },
});
