import { administrator, as, certificateOf, type Method } from './administration.ts';
import { adminToken, cms, sql } from './cms.ts';

const admin = (method: Method, path: string, body?: object) =>
  as(administrator.email, method, `/settings${path}`, body);
const overview = async () => (await admin('get', '')).body.data;
const save = (settings: unknown, version: string) => admin('put', '', { settings, version });
const importing = async (content: unknown) =>
  cms()
    .post('/certificates/settings/import')
    .set('Authorization', await adminToken(administrator.email))
    .attach(
      'files',
      Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
      'file.json',
    );

const LOGO = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path fill="#c00000" d="M0 0L10 0L5 10Z"/></svg>',
);

describe('the settings of certificates', () => {
  let before: any;
  beforeAll(async () => {
    before = (await overview()).settings;
  });
  afterAll(async () => {
    await save(before, (await overview()).version);
  });

  it('are saved with who changed which parts, and hold for what is issued from then on (C7)', async () => {
    const { settings, version } = await overview();
    settings.branding.accent = '#7a1f3d';
    settings.branding.issuerName = 'Escuela Ñandú';
    const answer = await save(settings, version);
    expect(answer.status).toBe(200);
    expect(answer.body.data.settings.branding).toMatchObject({ accent: '#7a1f3d' });
    const [audit] = await sql(
      "select actor, details from certificate_audit where action = 'settings-changed' order by id desc limit 1",
    );
    expect(audit).toMatchObject({ details: { parts: ['branding.accent', 'branding.issuerName'] } });
    const { id } = await certificateOf('branded');
    const [row] = await sql<{ snapshot: any }>('select snapshot from certificates where document_id = $1', [
      id,
    ]);
    expect(row?.snapshot.issuer).toMatchObject({ name: 'Escuela Ñandú', accent: '#7a1f3d' });
  });

  it('are not saved if the audit cannot be written', async () => {
    const { settings, version } = await overview();
    await sql(
      "alter table certificate_audit add constraint no_settings check (action <> 'settings-changed') not valid",
    );
    try {
      const next = { ...settings, branding: { ...settings.branding, issuerName: 'Nobody' } };
      expect((await save(next, version)).status).toBe(500);
    } finally {
      await sql('alter table certificate_audit drop constraint no_settings');
    }
    expect((await overview()).version).toBe(version);
  });

  it('tell the second of two people that the first has saved, and keep what the first wrote', async () => {
    const { settings, version } = await overview();
    const named = (issuerName: string) => ({ ...settings, branding: { ...settings.branding, issuerName } });
    const answers = await Promise.all(['One', 'Two'].map((name) => save(named(name), version)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body.error.details.reason).toBe('changed-meanwhile');
    const won = answers.find(({ status }) => status === 200)?.body.data.settings;
    expect((await overview()).settings).toEqual(won);
  });

  it.each([
    ['branding.accent', (one: any) => (one.branding.accent = '#ffff00')],
    ['branding.issuerName', (one: any) => (one.branding.issuerName = '')],
    ['branding.issuerName', (one: any) => (one.branding.issuerName = 'No glyph \u{10ffff}')],
    ['branding.texts.certifies.en', (one: any) => (one.branding.texts.certifies.en = 'Ok \u{1f3a8}')],
    ['branding.texts.note.es', (one: any) => (one.branding.texts.note.es = 'Vale \u{1f3a8}')],
    ['branding.logo', (one: any) => (one.branding.logo = 'a'.repeat(64))],
    [
      'branding.signatures.0.name',
      (one: any) => (one.branding.signatures = [{ name: '', title: '', picture: null }]),
    ],
    ['templates.grade.key', (one: any) => (one.templates.grade.key = 'unknown')],
    ['templates.module.options', (one: any) => (one.templates.module.options = { unheard: 1 })],
    ['expiry.grade.months', (one: any) => (one.expiry.grade = { type: 'period', months: 0 })],
  ])('are refused with the path %s, and nothing is saved', async (path, spoil) => {
    const { settings, version } = await overview();
    spoil(settings);
    const answer = await save(settings, version);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors.map((one: any) => one.path.join('.'))).toContain(path);
    expect((await overview()).version).toBe(version);
  });

  it('take a picture by its content, show it, and refuse what is none', async () => {
    const added = await admin('post', '/pictures', { data: LOGO.toString('base64') });
    expect(added.status).toBe(201);
    const shown = await admin('get', `/pictures/${added.body.data.key}`);
    expect(shown.headers['content-type']).toMatch(/^image\/svg\+xml/);
    expect(shown.headers['content-security-policy']).toContain('sandbox');
    const rubbish = await admin('post', '/pictures', { data: Buffer.from('<html>').toString('base64') });
    expect(rubbish.status).toBe(400);
    expect((await admin('get', `/pictures/${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('come back from an exported file as they were, with their pictures', async () => {
    const { settings, version } = await overview();
    const { key } = (await admin('post', '/pictures', { data: LOGO.toString('base64') })).body.data;
    settings.branding.logo = key;
    expect((await save(settings, version)).status).toBe(200);
    const exported = await admin('get', '/export');
    expect(exported.headers['content-disposition']).toContain('certificates-settings.json');
    expect(exported.body.pictures).toHaveLength(1);
    const answer = await importing(exported.body);
    expect(answer.status).toBe(200);
    expect(answer.body.data.settings).toEqual((await overview()).settings);
    expect(answer.body.data.pictures).toMatchObject([{ key, mediaType: 'image/svg+xml' }]);
  });

  it.each([
    ['', 'no JSON at all'],
    ['format', { format: 'something-else', version: 1, settings: {}, pictures: [] }],
    ['settings.branding', { format: 'certificates-settings', version: 1, settings: {}, pictures: [] }],
  ])('are not read from rubbish; the path is %j', async (path, content) => {
    const answer = await importing(content);
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors.map((one: any) => one.path.join('.'))).toContain(path);
  });

  it('refuse an imported picture by its place in the file', async () => {
    const { settings } = await overview();
    const pictures = [{ mediaType: 'image/png', data: Buffer.from('no png').toString('base64') }];
    const answer = await importing({ format: 'certificates-settings', version: 1, settings, pictures });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors[0].path).toEqual(['pictures', '0']);
  });
});

describe('a preview', () => {
  const preview = async (sample: string, kind: string, as: 'png' | 'pdf', more: object = {}) => {
    const { settings } = await overview();
    return cms()
      .post('/certificates/settings/preview')
      .set('Authorization', await adminToken(administrator.email))
      .set('Accept', as === 'png' ? 'image/png' : 'application/pdf')
      .responseType('blob')
      .send({ settings, kind, sample, language: 'es', as, ...(as === 'png' && { width: 300 }), ...more });
  };

  it('is there of each sample, as a picture and as a PDF, and leaves nothing behind (P5)', async () => {
    const { samples } = await overview();
    const [count] = await sql('select count(*) from certificates');
    expect(samples.length).toBeGreaterThan(15);
    for (const { key, kinds } of samples)
      for (const kind of kinds) {
        const png = await preview(key, kind, 'png');
        const pdf = await preview(key, kind, 'pdf');
        expect([key, kind, png.status, png.body.subarray(1, 4).toString()]).toEqual([key, kind, 200, 'PNG']);
        expect([key, kind, pdf.status, pdf.body.subarray(0, 5).toString()]).toEqual([
          key,
          kind,
          200,
          '%PDF-',
        ]);
      }
    expect(await sql('select count(*) from certificates')).toEqual([count]);
  });

  it('turns its pages, and has none beyond the last', async () => {
    const last = await preview('modules-60', 'grade', 'png', { page: 2 });
    const pages = Number(last.headers['x-pages']);
    expect(pages).toBeGreaterThan(2);
    expect((await preview('modules-60', 'grade', 'png', { page: pages })).status).toBe(200);
    expect((await preview('modules-60', 'grade', 'png', { page: pages + 1 })).status).toBe(404);
  });

  it('is refused wider than 2,000 pixels, and for a sample that is not there', async () => {
    expect((await preview('usual', 'grade', 'png', { width: 2001 })).status).toBe(400);
    expect((await preview('nobody', 'grade', 'png')).status).toBe(400);
  });

  it('answers JSON to whoever prefers it', async () => {
    const { settings } = await overview();
    const { body } = await cms()
      .post('/certificates/settings/preview')
      .set('Authorization', await adminToken(administrator.email))
      .set('Accept', 'application/json')
      .send({ settings, kind: 'grade', sample: 'usual', language: 'en', as: 'png', width: 300 })
      .expect(200);
    expect(body.data).toMatchObject({ mediaType: 'image/png', pages: 1 });
  });
});
