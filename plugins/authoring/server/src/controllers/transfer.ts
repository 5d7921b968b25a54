import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import type { Core } from '@strapi/types';
import { errors } from '@strapi/utils';
import type { TransferLine } from '../../../shared/contracts/transfer';
import { contentAccess } from '../access/content-access';
import { parseImport } from '../bodies/parse-body';
import { UID } from '../constants';
import { transferError } from '../transfer/archive-error';
import { importCourse } from '../transfer/run-import';
import { makeArchive } from '../transfer/make-archive';

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  async exportModule(ctx: any) {
    const { moduleKey } = ctx.params;
    const contents = await (strapi.service('api::module.course-package' as never) as any).files(moduleKey);
    if (!contents) throw new errors.NotFoundError('There is no such module');
    const access = contentAccess(strapi, ctx.state.userAbility);
    access.demand('read', UID.module, { documentId: moduleKey });
    access.demand('read', UID.lesson, { moduleKey });
    ctx.type = 'application/zip';
    ctx.set('Content-Disposition', `attachment; filename="${contents.code}.zip"`);
    ctx.set('Cache-Control', 'no-store');
    ctx.body = makeArchive(contents);
  },

  async importModule(ctx: any) {
    const file = [ctx.request.files?.file].flat()[0];
    if (!file) throw transferError('not-a-zip');
    const work = await mkdtemp(path.join(os.tmpdir(), 'lumino-import-'));
    const clear = () => rm(work, { recursive: true, force: true });
    try {
      // One deeper: what a lesson shows may stand beside its folder, and nothing else is there.
      const into = path.join(work, 'course');
      await mkdir(into);
      const run = await importCourse(strapi, {
        ...{ archive: file.filepath, into, ...parseImport(ctx.request.body) },
        access: contentAccess(strapi, ctx.state.userAbility),
      });
      const lines = new PassThrough();
      ctx.type = 'application/x-ndjson';
      ctx.set('Cache-Control', 'no-store');
      // nginx would keep the lines until there are many.
      ctx.set('X-Accel-Buffering', 'no');
      ctx.body = lines;
      // Whoever has left the page is told nothing; the work goes on.
      const tell = (line: TransferLine) => !lines.destroyed && lines.write(`${JSON.stringify(line)}\n`);
      void run(tell)
        .finally(clear)
        .finally(() => lines.end());
    } catch (error) {
      await clear();
      throw error;
    }
  },
});
