import type { APIRoute } from 'astro';
import { answerSitemap } from '../features/seo/answer-sitemap';

export const GET: APIRoute = ({ locals }) => answerSitemap(locals.cms);
