import { addressesOf, askAnyOf } from './any-of';
import type * as c from './contracts';
import { READER_HEADER } from './contracts';

/** What a request came to. Outcomes the reader can do something about are values; `unavailable` is for everybody. */
export type Outcome<Value> =
  | { ok: true; value: Value }
  | { ok: false; problem: 'fields'; errors: Record<string, string> }
  | {
      ok: false;
      problem: 'refused' | 'unauthenticated' | 'not-found';
      reason: string | null;
      modules: string[];
    }
  /** Asked too often; `retryAfter` in seconds. */
  | { ok: false; problem: 'too-many'; reason: null; modules: []; retryAfter: number };

/** The cms does not answer, or answers with a fault of its own: the page becomes a 503. */
export class Unavailable extends Error {}

export interface Caller {
  /** Of one cms, or of several, separated by commas. */
  baseUrl: string;
  token: string | null;
  /** Of the reader, passed on for limits and logs. */
  address: string;
  requestId: string;
  /** Told who the reader is by every answer that says so. */
  onReader?(me: c.Me): void;
  /** By this the cms believes `address`; without it, the site is the reader. */
  siteSecret?: string;
  fetch?: typeof fetch;
}

interface Sending {
  timeout?: number;
  headers?: Record<string, string>;
  untilBody?: boolean;
  /** Whether doing it twice is doing it once. Not given: as its method says. */
  repeatable?: boolean;
}
const REPEATABLE = { repeatable: true };

const TIMEOUT_MS = 10_000;
/** Whoever asks for health asks again soon. */
const HEALTH_TIMEOUT_MS = 2_000;
/** A visitor may wait for it; a page that is kept is better than a long wait. */
const REVISION_TIMEOUT_MS = 1_000;
/** The first picture after a start waits for fonts to be read. */
const PICTURE_TIMEOUT_MS = 30_000;

export type Cms = ReturnType<typeof createCms>;

/** Every request the site makes of the cms. */
export function createCms({
  baseUrl,
  token,
  address,
  requestId,
  onReader,
  siteSecret = '',
  fetch: send = fetch,
}: Caller) {
  const baseUrls = addressesOf(baseUrl);

  /** @throws Unavailable when there is no answer in time. With `untilBody`, its body may take as long as it takes. */
  async function raw(
    method: string,
    path: string,
    body?: unknown,
    { timeout = TIMEOUT_MS, headers = {}, untilBody = false, repeatable = method !== 'POST' }: Sending = {},
  ): Promise<Response> {
    const isForm = body instanceof FormData;
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), timeout);
    const request: RequestInit = {
      method,
      headers: {
        'X-Request-Id': requestId,
        'X-Forwarded-For': address,
        'X-Lumino-Site': siteSecret,
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...headers,
        ...(body && !isForm ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
      signal: untilBody ? deadline.signal : AbortSignal.timeout(timeout),
    };
    try {
      return await askAnyOf(baseUrls, repeatable, (one) => send(`${one}${path}`, request));
    } catch (error) {
      throw new Unavailable(`${method} ${path}: ${(error as Error).message}`);
    } finally {
      clearTimeout(timer);
    }
  }

  async function call<Value>(
    method: string,
    path: string,
    body?: unknown,
    sending: Sending = {},
  ): Promise<Outcome<Value>> {
    const response = await raw(method, `/api${path}`, body, sending);
    const reader = response.headers.get(READER_HEADER);
    if (reader) onReader?.(JSON.parse(Buffer.from(reader, 'base64url').toString()) as c.Me);
    if (response.status >= 500) throw new Unavailable(`${method} ${path}: ${response.status}`);
    const content = response.status === 204 ? null : await response.json().catch(() => null);
    if (response.ok) return { ok: true, value: content as Value };
    const details = (content as c.ApiError | null)?.error?.details;
    if (response.status === 400 && details?.errors) {
      return {
        ok: false,
        problem: 'fields',
        errors: Object.fromEntries(details.errors.map(({ path, message }) => [path[0] ?? '', message])),
      };
    }
    if (response.status === 429) {
      // A form says it beside itself; a page that only reads is away for a moment.
      if (method === 'GET') throw new Unavailable(`${method} ${path}: 429`);
      return {
        ok: false,
        problem: 'too-many',
        reason: null,
        modules: [],
        retryAfter: details?.retryAfter ?? 60,
      };
    }
    const problem =
      response.status === 401 ? 'unauthenticated' : response.status === 404 ? 'not-found' : 'refused';
    return { ok: false, problem, reason: details?.reason ?? null, modules: details?.modules ?? [] };
  }

  /** What only a session opens: without one there is nothing to ask. */
  async function own<Value>(method: string, path: string, sending?: Sending): Promise<Outcome<Value>> {
    if (token) return call<Value>(method, path, undefined, sending);
    return { ok: false, problem: 'unauthenticated', reason: null, modules: [] };
  }

  const part = encodeURIComponent;
  const held = (holder: string): Sending => ({ headers: { 'X-Preview-Holder': holder } });
  const lesson = (code: string, slug: string) => `/catalog/${part(code)}/lessons/${part(slug)}`;
  return {
    ready: () => raw('GET', '/_health/ready', undefined, { timeout: HEALTH_TIMEOUT_MS }),
    /** @throws when the cms cannot say which content there is, within a second. */
    async revision(): Promise<string> {
      const response = await raw('GET', '/api/content/revision', undefined, { timeout: REVISION_TIMEOUT_MS });
      if (!response.ok) throw new Unavailable(`GET /content/revision: ${response.status}`);
      return ((await response.json()) as c.RevisionResponse).revision;
    },
    logIn: (body: c.LogInRequest) => call<c.SessionResponse>('POST', '/sessions', body, REPEATABLE),
    logOut: () => call<null>('DELETE', '/sessions/current'),
    signUp: (body: c.SignUpRequest) => call<c.SessionResponse>('POST', '/accounts', body),
    me: () => call<c.Me>('GET', '/me'),
    logOutEverywhere: () => call<null>('DELETE', '/me/sessions'),
    changePassword: (body: c.PasswordChange) =>
      call<c.SessionResponse>('PUT', '/me/password', body, { repeatable: false }),
    sendConfirmation: () => call<null>('POST', '/me/email-confirmations'),
    confirmEmail: (token: string) => call<null>('POST', '/email-confirmations/complete', { token }),
    setLanguage: (language: c.LanguageChoice['language']) => call<null>('PUT', '/me/language', { language }),
    requestReset: (email: string) => call<null>('POST', '/password-resets', { email }),
    completeReset: (body: c.PasswordResetCompletion) => call<null>('POST', '/password-resets/complete', body),
    catalog: (locale: string) => call<c.CatalogResponse>('GET', `/catalog?locale=${locale}`),
    search: (body: c.SearchRequest) => call<c.SearchResponse>('POST', '/search', body, REPEATABLE),
    findModules: (body: c.ModuleSearchRequest) =>
      call<c.ModuleSearchResponse>('POST', '/search/modules', body, REPEATABLE),
    publicPages: () => call<c.PublicPagesResponse>('GET', '/public-pages'),
    module: (code: string, locale: string) =>
      call<c.ModuleResponse>('GET', `/catalog/${part(code)}?locale=${locale}`),
    moduleCard: (code: string, locale: string) =>
      raw('GET', `/api/catalog/${part(code)}/card?locale=${locale}`, undefined, {
        timeout: PICTURE_TIMEOUT_MS,
      }),
    schoolCard: (locale: string) =>
      raw('GET', `/api/card?locale=${locale}`, undefined, { timeout: PICTURE_TIMEOUT_MS }),
    /** For a page that a browser fetches in advance. */
    lesson: (code: string, slug: string, locale: string) =>
      own<c.LessonResponse>('GET', `${lesson(code, slug)}?locale=${locale}`),
    openLesson: (code: string, slug: string, locale: string) =>
      own<c.LessonResponse>('POST', `${lesson(code, slug)}/readings?locale=${locale}`, REPEATABLE),
    setDone: (code: string, slug: string, done: boolean) =>
      call<c.CompletionResponse>(done ? 'PUT' : 'DELETE', `${lesson(code, slug)}/completion`),
    openPreview: (body: c.OpenPreviewRequest) => call<c.OpenedPreview>('POST', '/previews', body),
    previewModule: (id: string, holder: string, locale: string) =>
      call<c.PreviewModuleResponse>('GET', `/previews/${part(id)}?locale=${locale}`, undefined, held(holder)),
    previewLesson: (id: string, slug: string, holder: string, locale: string) =>
      call<c.PreviewLessonResponse>(
        'GET',
        `/previews/${part(id)}/lessons/${part(slug)}?locale=${locale}`,
        undefined,
        held(holder),
      ),
    endPreview: (id: string, holder: string) =>
      call<null>('DELETE', `/previews/${part(id)}`, undefined, held(holder)),
    myModules: (locale: string) => own<c.MyModulesResponse>('GET', `/me/modules?locale=${locale}`),
    enrollmentOptions: (locale: string) =>
      call<c.EnrollmentOptionsResponse>('GET', `/me/enrollment-options?locale=${locale}`),
    moduleCertificate: (code: string) =>
      call<c.ModuleCertificateResponse>('GET', `/me/modules/${part(code)}/certificate`),
    enroll: (modules: string[]) =>
      call<c.EnrollmentResponse>('POST', '/me/enrollments', { modules }, REPEATABLE),
    unenroll: (modules: string[]) =>
      call<c.EnrollmentResponse>('POST', '/me/enrollments/leave', { modules }, REPEATABLE),
    requestCertificate: (body: c.IssueRequest) =>
      call<c.IssueResponse>('POST', '/certificates/requests', body, REPEATABLE),
    myCertificates: () => call<c.MyCertificatesResponse>('GET', '/certificates/mine'),
    certificateFile: (id: string) => raw('GET', `/api/certificates/${part(id)}/file`),
    certificateCredential: (id: string) => raw('GET', `/api/certificates/${part(id)}/credential`),
    certificatePicture: (id: string) =>
      raw('GET', `/api/certificates/${part(id)}/picture`, undefined, { timeout: PICTURE_TIMEOUT_MS }),
    certificateCard: (code: string) =>
      raw('GET', `/api/certificates/verify/${part(code)}/card`, undefined, { timeout: PICTURE_TIMEOUT_MS }),
    showName: (id: string, body: c.VisibilityRequest) =>
      call<null>('PUT', `/certificates/${part(id)}/visibility`, body),
    certificateOfFile: (sha256: string) =>
      call<c.FileLookupResponse>('GET', `/certificates/files/${part(sha256)}`),
    issuerDid: () => raw('GET', '/api/certificates/did'),
    statusList: (list: string) => raw('GET', `/api/certificates/status/${part(list)}`),
    verify: (code: string) => call<c.VerifyResponse>('GET', `/certificates/verify/${part(code)}`),
    person: (username: string) => own<c.PersonResponse>('GET', `/people/${part(username)}`),
    teacher: (slug: string, locale: string) =>
      call<c.TeacherResponse>('GET', `/teachers/${part(slug)}?locale=${locale}`),
    saveProfile: (form: FormData) => call<null>('PUT', '/me/profile', form),
    export: () => raw('GET', '/api/me/export'),
    leave: (password: string) => call<null>('POST', '/me/leave', { password }),
    /** A file of the media library, or a part of it (`bytes=0-99`); players take their time with it. */
    media: (path: string, { method = 'GET', range }: { method?: string; range?: string } = {}) =>
      raw(method, `/uploads/${path}`, undefined, {
        headers: range ? { Range: range } : {},
        untilBody: true,
      }),
  };
}
