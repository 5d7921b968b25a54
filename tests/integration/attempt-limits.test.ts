import { cms, confirmationsTo, from, newStudent, people, sql, until } from './cms.ts';

const wrong = (headers: Record<string, string>) =>
  cms().post('/api/sessions').set(headers).send({ identifier: 'guido', password: 'wrong' });
const right = (headers: Record<string, string>) =>
  cms().post('/api/sessions').set(headers).send({ identifier: 'guido', password: people.password });

/** Addresses of documentation (RFC 5737, 3849), a new one for each test. */
let last = 0;
const anAddress = (): string => `198.51.100.${++last}`;

describe('the limit of wrong passwords (P7)', () => {
  it('refuses the eleventh in a minute from one address, and the right one after it; another address gets in', async () => {
    const [guesser, student] = [from(anAddress()), from(anAddress())];
    for (let n = 1; n <= 10; n++) await wrong(guesser).expect(401);
    const refused = await wrong(guesser).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(refused.body.error.details).toMatchObject({
      reason: 'too-many',
      retryAfter: Number(refused.headers['retry-after']),
    });
    await right(guesser).expect(429);
    await right(student).expect(200);
  });

  it('lets a whole class log in at once from one address', async () => {
    const school = from(anAddress());
    const answers = await Promise.all(Array.from({ length: 30 }, () => right(school)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 200));
  });

  it('tells of fifty guesses at once no more than ten', async () => {
    const guesser = from(anAddress());
    const answers = await Promise.all(Array.from({ length: 50 }, () => wrong(guesser)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(40);
  });

  it('takes the networks of IPv6 for one reader each', async () => {
    for (let n = 1; n <= 10; n++) await wrong(from(`2001:db8:0:7::${n}`)).expect(401);
    await wrong(from('2001:db8:0:7:ffff::1')).expect(429);
    await wrong(from('2001:db8:0:8::1')).expect(401);
  });

  it('believes an address from nobody but the site', async () => {
    const before = await sql('select key from attempt_limits');
    for (const secret of [undefined, 'made up', '']) {
      const forged: Record<string, string> = { 'X-Forwarded-For': anAddress() };
      if (secret !== undefined) forged['X-Lumino-Site'] = secret;
      await wrong(forged).expect(401);
    }
    const after = await sql('select key from attempt_limits');
    // All three count against the one address they came from.
    expect(after.length - before.length).toBeLessThanOrEqual(1);
  });

  it('also holds where the password is asked for again', async () => {
    const { bearer } = await newStudent('second-guess');
    const guesser = { ...from(anAddress()), Authorization: bearer };
    const guess = () => cms().post('/api/me/leave').set(guesser).send({ password: 'wrong' });
    for (let n = 1; n <= 10; n++) await guess().expect(400);
    await guess().expect(429);
    await cms().post('/api/me/leave').set(guesser).send({ password: 'long enough' }).expect(429);
    await cms()
      .put('/api/me/password')
      .set({ ...from(anAddress()), Authorization: bearer })
      .send({ current: 'wrong', password: 'another long one' })
      .expect(400);
  });
});

describe('other limits (P7)', () => {
  it('slow down whoever guesses codes of certificates, and nobody who has one', async () => {
    const guesser = from(anAddress());
    const guess = (n: number) =>
      cms()
        .get(`/api/certificates/verify/${String(n).padStart(26, '0')}`)
        .set(guesser);
    await Promise.all(Array.from({ length: 60 }, (_, n) => guess(n).expect(404)));
    await guess(99).expect(429);
    const [row] = await sql<{ code: string }>('select verification_code as code from certificates limit 1');
    const known = () => cms().get(`/api/certificates/verify/${row?.code}`);
    const reader = from(anAddress());
    for (let n = 0; n < 80; n++) await known().set(reader).expect(200);
  });

  it('send the mail that confirms an address again three times in an hour', async () => {
    const { bearer, email } = await newStudent('impatient');
    const again = () => cms().post('/api/me/email-confirmations').set('Authorization', bearer);
    for (let n = 1; n <= 3; n++) await again().expect(204);
    await again().expect(429);
    await until('all four mails are there', async () => (await confirmationsTo(email)).length === 4);
  });

  it('fill nobody’s mailbox with forgotten passwords, and say nothing of it', async () => {
    const { email } = await newStudent('pestered');
    const ask = () => cms().post('/api/password-resets').set(from(anAddress())).send({ email }).expect(204);
    for (let n = 1; n <= 6; n++) await ask();
    const letters = () =>
      sql<{ count: string }>(
        `select count(*) from deliveries where "to" = $1 and kind = 'accounts/password-reset'`,
        [email],
      );
    await until('three letters are written', async () => (await letters())[0]?.count === '3');
    await until('nothing waits', async () => {
      const [row] = await sql<{ count: string }>(
        "select count(*) from pgboss.job where name like '%password-reset%' and state < 'completed'",
      );
      return row?.count === '0';
    });
    expect((await letters())[0]?.count).toBe('3');
  });

  it('keep no address, and nothing for ever', async () => {
    const rows = await sql<{ key: string; expire: string }>('select key, expire from attempt_limits');
    expect(rows.length).toBeGreaterThan(0);
    for (const { key, expire } of rows) {
      expect(key).toMatch(/^[a-z-]+:[\w-]{43}$/);
      expect(Number(expire)).toBeLessThanOrEqual(Date.now() + 3_600_000);
    }
  });
});
