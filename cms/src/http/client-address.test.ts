import { clientAddress } from './client-address';

const SECRET = 'a secret of site and cms';
const arrival = (forwardedFor?: string, siteSecret?: string) => ({
  socketAddress: '10.0.0.1',
  forwardedFor,
  siteSecret,
});

describe('whom a request is from (P7)', () => {
  const direct = { siteSecret: SECRET, hops: 0 };
  const behindNginx = { siteSecret: SECRET, hops: 1 };

  it('is said by the connection where there is no proxy, whatever X-Forwarded-For says', () =>
    expect(clientAddress(arrival('203.0.113.7'), direct)).toBe('10.0.0.1'));

  it('is said by the site, which shows the secret', () =>
    expect(clientAddress(arrival('203.0.113.7', SECRET), direct)).toBe('203.0.113.7'));

  it.each(['', 'a secret of site and cmz', `${SECRET} `, 'ä secret of site and cms'])(
    'is not said by whoever shows another one: %p',
    (wrong) => expect(clientAddress(arrival('203.0.113.7', wrong), direct)).toBe('10.0.0.1'),
  );

  it('is said by nobody where there is no secret', () =>
    expect(clientAddress(arrival('203.0.113.7', ''), { siteSecret: '', hops: 0 })).toBe('10.0.0.1'));

  it('is the entry that our own proxy added, behind what a stranger made up', () =>
    expect(clientAddress(arrival('1.1.1.1, 203.0.113.7'), behindNginx)).toBe('203.0.113.7'));

  it('is the one before the last behind two proxies', () =>
    expect(clientAddress(arrival('1.1.1.1, 203.0.113.7, 10.0.0.2'), { ...behindNginx, hops: 2 })).toBe(
      '203.0.113.7',
    ));

  it.each([undefined, '', 'unknown', '<script>'])(
    'is said by the connection when the header is %p',
    (header) => expect(clientAddress(arrival(header), behindNginx)).toBe('10.0.0.1'),
  );
});
