import type { APIRoute } from 'astro';
import { holderOf } from '../../../features/preview/holder';
import { localePath } from '../../../i18n/locales';

export const POST: APIRoute = async ({ params, locals, cookies, redirect }) => {
  await locals.cms.endPreview(params.id ?? '', holderOf(cookies));
  return redirect(localePath('/preview/ended', locals.locale), 303);
};
