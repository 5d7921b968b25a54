import type { APIRoute } from 'astro';
import { answerSitemap } from '../features/seo/answer-sitemap';

export const GET: APIRoute = async ({ locals, params }) =>
  /^[1-9]\d{0,4}$/.test(params.part ?? '')
    ? answerSitemap(locals.cms, Number(params.part))
    : new Response(null, { status: 404 });
