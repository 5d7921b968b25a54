import type { APIRoute } from 'astro';
import { holderOf } from '../../../features/preview/holder';
import { localePath } from '../../../i18n/locales';

export const POST: APIRoute = async ({ params, locals, cookies, redirect, request }) => {
  const form = await request.formData();
  await locals.cms.endPreview(params.id ?? '', holderOf(cookies));
  return redirect(localePath('/preview/ended', form.get('locale') === 'es' ? 'es' : 'en'), 303);
};
