import type { APIRoute } from 'astro';
import { localePath } from '../../../i18n/locales';
import { leaveFlash } from '../../../lib/session/flash-cookie';

/** Asks for the certificate of a module (C2). Twice is once (C10). */
export const POST: APIRoute = async ({ locals, params, cookies, redirect }) => {
  const { locale, cms, session } = locals;
  const back = localePath(`/modules/${encodeURIComponent(params.code ?? '')}`, locale);
  const me = await session.me();
  if (!me) return redirect(`${localePath('/login', locale)}?next=${encodeURIComponent(back)}`, 303);
  const outcome = await cms.requestCertificate({
    kind: 'module',
    subject: params.code ?? '',
    language: me.language,
  });
  leaveFlash(
    cookies,
    outcome.ok
      ? { key: 'module-requested', detail: outcome.value.email }
      : { key: 'refused', detail: ('reason' in outcome && outcome.reason) || '' },
  );
  return redirect(back, 303);
};

export const GET: APIRoute = ({ locals, params, redirect }) =>
  redirect(localePath(`/modules/${encodeURIComponent(params.code ?? '')}`, locals.locale), 303);
