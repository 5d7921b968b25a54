import { Environment, Settings } from './schema.ts';

const optional = Settings.pick({ MONITORING_PORT: true, WORKER_MONITORING_PORT: true });

describe('the ports of health and metrics', () => {
  it('may be left out or empty, as they are at first', () => {
    const none = { MONITORING_PORT: '', WORKER_MONITORING_PORT: '' };
    expect(optional.parse({})).toEqual(none);
    expect(optional.parse(none)).toEqual(none);
  });

  it('are numbers where they are set', () => {
    expect(optional.parse({ MONITORING_PORT: '9464' }).MONITORING_PORT).toBe(9464);
  });

  it.each(['metrics', '70000', '0'])('are refused when they are no port: %s', (value) => {
    const [issue] = optional.safeParse({ MONITORING_PORT: value }).error?.issues ?? [];
    expect(issue).toMatchObject({
      path: ['MONITORING_PORT'],
      message: expect.stringMatching(/^must be .*from 1 to 65535/),
    });
  });
});

describe('buckets', () => {
  const secrets = Object.fromEntries(
    [
      'APP_KEYS',
      'API_TOKEN_SALT',
      'ADMIN_JWT_SECRET',
      'TRANSFER_TOKEN_SALT',
      'JWT_SECRET',
      'ENCRYPTION_KEY',
      'SITE_SECRET',
    ].map((name) => [name, 'sixteen letters!']),
  );
  const faultsOf = (settings: Record<string, string>) =>
    Environment.safeParse({ ...secrets, ...settings }).error?.issues.map(({ path }) => path[0]) ?? [];
  const key = { S3_REGION: 'here', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'key' };

  it('are not needed where everything lies on disk', () => expect(faultsOf({})).toEqual([]));

  it('need a region and a key, and media a bucket', () => {
    expect(faultsOf({ STORAGE: 's3' })).toEqual(['S3_MEDIA_BUCKET', ...Object.keys(key)]);
    expect(faultsOf({ S3_CERTIFICATES_BUCKET: 'private' })).toEqual(Object.keys(key));
    expect(faultsOf({ ...key, S3_CERTIFICATES_BUCKET: 'private' })).toEqual([]);
  });

  it('of certificates hold nothing else', () => {
    const both = { STORAGE: 's3', S3_MEDIA_BUCKET: 'one', S3_CERTIFICATES_BUCKET: 'one' };
    expect(faultsOf({ ...key, ...both })).toEqual(['S3_CERTIFICATES_BUCKET']);
  });
});
