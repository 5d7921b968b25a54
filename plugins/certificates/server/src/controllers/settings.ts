import { readFile } from 'node:fs/promises';
import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import {
  PAGES_HEADER,
  SETTINGS_FILE_MAX_BYTES,
  type AddPictureResponse,
  type ImportResponse,
  type PreviewSettingsResponse,
  type SettingsResponse,
} from '../../../shared/contracts/settings';
import { actorOf, writeAudit } from '../administration/audit';
import type { SettingsService } from '../services/settings';
import { parsePicture, parsePreview, parseSave } from '../settings/bodies';
import { picturesOf } from '../settings/pictures';

const PRIVATE = 'private, no-store';

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const settings = (): SettingsService => strapi.plugin('certificates').service('settings');

  return {
    async find(ctx: any) {
      ctx.body = { data: await settings().overview() } satisfies SettingsResponse;
    },

    async save(ctx: any) {
      const { settings: next, version } = parseSave(ctx.request.body);
      await settings().replace(next, version, (parts) =>
        writeAudit(strapi, actorOf(ctx.state.user), { action: 'settings-changed', details: { parts } }),
      );
      ctx.body = { data: await settings().overview() } satisfies SettingsResponse;
    },

    async preview(ctx: any) {
      const request = parsePreview(ctx.request.body);
      const { bytes, pages } = await settings().preview(request);
      const mediaType = request.as === 'pdf' ? 'application/pdf' : 'image/png';
      const content = Buffer.from(bytes);
      ctx.set('Cache-Control', PRIVATE);
      if (pages !== null) ctx.set(PAGES_HEADER, String(pages));
      if (ctx.accepts(mediaType, 'application/json') === 'application/json') {
        ctx.body = {
          data: { mediaType, content: content.toString('base64'), pages },
        } satisfies PreviewSettingsResponse;
        return;
      }
      ctx.type = mediaType;
      ctx.body = content;
    },

    async picture(ctx: any) {
      const { mediaType, data } = await picturesOf(strapi)
        .get(ctx.params.key)
        .catch(() => {
          throw new errors.NotFoundError('There is no such picture');
        });
      // Its key is its content. Should anybody open it as a page, nothing in it runs.
      ctx.set('Cache-Control', 'private, max-age=31536000, immutable');
      ctx.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
      ctx.type = mediaType;
      ctx.body = data;
    },

    async addPicture(ctx: any) {
      const picture = await picturesOf(strapi).add(parsePicture(ctx.request.body));
      ctx.status = 201;
      ctx.body = { data: picture } satisfies AddPictureResponse;
    },

    async export(ctx: any) {
      const file = await settings().exported();
      ctx.set('Cache-Control', PRIVATE);
      ctx.attachment('certificates-settings.json');
      ctx.type = 'application/json';
      ctx.body = `${JSON.stringify(file, null, 2)}\n`;
    },

    async import(ctx: any) {
      const file = ctx.request.files?.files;
      if (!file || Array.isArray(file) || file.size > SETTINGS_FILE_MAX_BYTES)
        throw new errors.ValidationError(
          `One file of at most ${SETTINGS_FILE_MAX_BYTES} bytes is wanted, in the field "files"`,
        );
      const text = await readFile(file.filepath, 'utf8');
      ctx.body = { data: await settings().imported(text) } satisfies ImportResponse;
    },
  };
};
