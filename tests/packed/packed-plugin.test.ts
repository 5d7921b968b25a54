import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { extractText } from '../rendering/extracted-text.ts';
import { run } from './foreign-app.ts';
import { answers, COMPLAINT, startApp, startWorker, type Environment, type Running } from './processes.ts';
import { newSurroundings, sql } from './surroundings.ts';

// Two Strapis start for this, on a machine that may have other things to do.
jest.setTimeout(180_000);

const APP = process.env.PACKED_APP as string;
const WORKSHOP = 'Encuadernación japonesa';
const PERSON = { username: 'ines', email: 'ines@participants.example', password: 'long enough' };
const NAME = 'Inés Güell Ñíguez';

/** Every content type of the plugin, and its table. */
const OWN_TYPES: [string, string][] = [
  ['certificate', 'certificates'],
  ['audit-entry', 'certificate_audit'],
  ['signing-key', 'certificate_signing_keys'],
  ['issue-run', 'certificate_issue_runs'],
  ['issue-run-item', 'certificate_issue_run_items'],
];

/** Certificates in a folder and below. */
const filesBelow = (folder: string): string[] =>
  (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.pdf'));

let env: Environment;
let app: Running;
let worker: Running;
let bearer: string;
const http = () => request(`http://127.0.0.1:${env.PORT}`);
const mails = async (): Promise<{ subject: string; attachments?: { filename: string }[] }[]> => {
  const list = await (await fetch(`${process.env.TEST_INBOX_URL}/api/email`)).json();
  return list.filter(({ to }: { to: { address: string }[] }) => to[0]?.address === PERSON.email);
};

beforeAll(async () => {
  env = await newSurroundings(APP);
  app = startApp(APP, env);
  await app.until('the application answers', answers(env));
  worker = startWorker(APP, env);
  await worker.until('the worker is ready', () => worker.said().includes('worker ready'));
  const { body } = await http().post('/api/auth/local/register').send(PERSON).expect(200);
  bearer = `Bearer ${body.jwt}`;
});
afterAll(async () => {
  await worker?.stop();
  await app?.stop();
});

describe('a Strapi application that installed the packed plugins', () => {
  it('issues a certificate for content of its own, renders and mails it', async () => {
    const data = {
      participantName: NAME,
      participantEmail: PERSON.email,
      workshopTitle: WORKSHOP,
      points: 87,
    };
    await http().post('/api/workshop-attendances').set('Authorization', bearer).send({ data }).expect(201);
    await worker.until('the mail has arrived', async () => (await mails()).length > 0);
    expect(await mails()).toMatchObject([
      { attachments: [{ filename: 'ines_encuadernacion_japonesa_module_certificate.pdf' }] },
    ]);
  });

  it('has the row, and the file with its hash and its words', async () => {
    const [row, ...more] = await sql<Record<string, string>>(
      env.DATABASE_URL as string,
      'select recipient_name, subject, sha_256, storage_key, delivered_at from certificates',
    );
    expect(more).toEqual([]);
    expect(row).toMatchObject({ recipient_name: NAME, subject: WORKSHOP });
    const pdf = readFileSync(path.join(env.CERTIFICATES_DIR as string, row?.storage_key ?? ''));
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(row?.sha_256);
    for (const lines of Object.values(extractText([pdf])[0] ?? {})) {
      const text = lines.join(' ');
      for (const words of [NAME, WORKSHOP, 'Talleres Ñandú']) expect(text).toContain(words);
    }
  });

  it('lets anybody verify it, and its recipient have file and credential (C6, C8)', async () => {
    const { body } = await http().get('/api/certificates/mine').set('Authorization', bearer).expect(200);
    const { id, verificationCode } = body.certificates[0];
    const verified = await http().get(`/api/certificates/verify/${verificationCode}`).expect(200);
    expect(verified.body).toMatchObject({ status: 'valid', recipient: NAME, issuer: 'Talleres Ñandú' });

    const file = `/api/certificates/${id}/file`;
    await http().get(file).expect(403);
    await http().get(file).set('Authorization', bearer).expect(200).expect('Content-Type', 'application/pdf');
    const download = await http()
      .get(`/api/certificates/${id}/credential`)
      .set('Authorization', bearer)
      .buffer(true)
      .parse((response, done) => {
        let text = '';
        response.on('data', (chunk) => (text += chunk));
        response.on('end', () => done(null, text));
      })
      .expect(200);
    const credential = JSON.parse(download.body);
    expect(credential.issuer.id).toBe('did:web:workshops.example');
    const check = await http().post('/api/certificates/credentials/check').send(credential).expect(200);
    expect(check.body.verdict).toBe('valid');
  });

  it('asks the application’s own rule, and hands its events to the application', async () => {
    await worker.until('the listener’s job has run', () => /noted \d{4}-\w{5}-\w{5}/.test(worker.said()));
    const data = {
      participantName: NAME,
      participantEmail: PERSON.email,
      workshopTitle: 'Origami (cancelado)',
      points: 90,
    };
    await http().post('/api/workshop-attendances').set('Authorization', bearer).send({ data }).expect(201);
    const refused = await http()
      .post('/api/certificates/requests')
      .set('Authorization', bearer)
      .send({ kind: 'module', subject: data.workshopTitle })
      .expect(403);
    expect(refused.body.error.details).toMatchObject({ reason: 'called-off', rule: 'not-called-off' });
  });

  it('lets nobody write into what was issued with the content manager, not even a super admin (C7)', async () => {
    const admin = { firstname: 'A', lastname: 'B', email: 'a@workshops.example', password: 'Long enough 1' };
    const { body } = await http().post('/admin/register-admin').send(admin).expect(200);
    const token = `Bearer ${body.data.token}`;
    const answers: [string, number][] = [];
    for (const [uid, table] of OWN_TYPES) {
      const [row] = await sql<{ document_id: string }>(
        env.DATABASE_URL as string,
        `select document_id from ${table} limit 1`,
      );
      const list = `/content-manager/collection-types/plugin::certificates.${uid}`;
      const one = `${list}/${row?.document_id ?? 'none'}`;
      for (const asked of [http().post(list), http().put(one), http().delete(one)])
        answers.push([uid, (await asked.set('Authorization', token).send({})).status]);
    }
    expect(answers.filter(([, status]) => status !== 403)).toEqual([]);
    const issued = await http().get('/certificates/issued').set('Authorization', token).expect(200);
    expect(issued.body.data).toMatchObject([{ recipient: NAME, status: 'valid' }]);
  });

  it('refuses to change what was issued, whoever asks: services, queries, SQL (C7)', async () => {
    const said = run(APP, process.execPath, ['try-to-change.mjs'], env);
    const { attempts, allowed } = JSON.parse(said.slice(said.lastIndexOf('{"attempts"')));
    expect(Object.entries(attempts).filter(([, outcome]) => outcome === 'done')).toEqual([]);
    expect(Object.keys(attempts)).toHaveLength(18);
    expect(allowed).toEqual({ showName: 'done', revoke: 'done', forget: 'done' });
  });

  it('of somebody who has left keeps no word: rows, reasons, credential, jobs, files (U4, P14)', async () => {
    const tables = await sql<{ name: string }>(
      env.DATABASE_URL as string,
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
       where schemaname = 'pgboss' or tablename like 'certificate%'`,
    );
    expect(tables.length).toBeGreaterThan(10);
    const naming = [];
    for (const { name } of tables)
      for (const words of [NAME, PERSON.email])
        naming.push(
          ...(await sql(
            env.DATABASE_URL as string,
            `select '${name}' as place, t::text as row from ${name} t where t::text like '%${words}%'`,
          )),
        );
    expect(naming).toEqual([]);
    expect(filesBelow(env.CERTIFICATES_DIR as string)).toEqual([]);
    const [row] = await sql<{ verification_code: string }>(
      env.DATABASE_URL as string,
      'select verification_code from certificates',
    );
    const { body } = await http().get(`/api/certificates/verify/${row?.verification_code}`).expect(200);
    expect(body).toMatchObject({ status: 'revoked', recipient: '', revocationReason: null });
  });

  it('says nothing of errors, and ends in good order', async () => {
    expect([await worker.stop(), await app.stop()]).toEqual([0, 0]);
    expect(app.said() + worker.said()).not.toMatch(COMPLAINT);
  });
});

it('keeps its files where no web server shows them (C6)', () => {
  expect(filesBelow(path.join(APP, 'public'))).toEqual([]);
});
