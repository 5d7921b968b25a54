import { type BucketOptions, openBucket } from '../media/bucket';

const MEDIA = /^\/uploads\/([\w.-]+)$/;

/**
 * `/uploads/<name>` out of a private bucket, so that media has the same addresses wherever it is kept, and moving it is
 * copying files.
 */
export default (options: BucketOptions) => {
  const find = openBucket(options);
  return async (ctx: any, next: () => Promise<void>): Promise<void> => {
    const name = MEDIA.exec(ctx.path)?.[1];
    if (!name || !['GET', 'HEAD'].includes(ctx.method)) return next();
    const found = await find(name, { method: ctx.method, range: ctx.get('Range') || undefined });
    if (found === null) return ctx.throw(404);
    if (found === 'unsatisfiable') return ctx.throw(416);
    ctx.status = found.status;
    if (found.body) ctx.body = found.body;
    ctx.set(found.headers);
  };
};
