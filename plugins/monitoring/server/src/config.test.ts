import { config } from './config';

describe('the options of monitoring', () => {
  it('need not be given: then there is no listener', () => {
    expect(() => config.validator({})).not.toThrow();
    expect(() => config.validator(config.default)).not.toThrow();
    expect(config.default).toEqual({ port: null, host: '127.0.0.1', folders: {}, tlsUrl: null });
  });

  it('are taken as the README has them', () => {
    expect(() => config.validator({ port: 9464, host: '0.0.0.0' })).not.toThrow();
    expect(() =>
      config.validator({ folders: { media: '/srv/media' }, tlsUrl: 'https://school.example' }),
    ).not.toThrow();
  });

  it.each<[string, unknown, string]>([
    [
      'a port in words',
      { port: 'metrics' },
      'monitoring: the option "port" must be a whole number from 1 to 65535, or null for no listener; received "metrics"',
    ],
    [
      'an address without TLS',
      { tlsUrl: 'http://school.example' },
      'monitoring: the option "tlsUrl" must be an address that begins with https://, or null; received "http://school.example"',
    ],
    [
      'a setting that is no number',
      { port: NaN },
      'monitoring: the option "port" must be a whole number from 1 to 65535, or null for no listener; received NaN',
    ],
    [
      'a port that there is not',
      { port: 65536 },
      'monitoring: the option "port" must be a whole number from 1 to 65535, or null for no listener; received 65536',
    ],
    [
      'no host',
      { host: '' },
      'monitoring: the option "host" must be an address of this machine, such as "127.0.0.1"; received ""',
    ],
    [
      'an option that there is not',
      { path: '/m' },
      'monitoring: there is no option "path"; there are port, host, folders, tlsUrl',
    ],
    ['a text', 'yes', 'monitoring: the options must be an object with port, host, folders, tlsUrl'],
  ])('%s stops the boot with one sentence', (_what, given, sentence) => {
    expect(() => config.validator(given)).toThrow(new Error(sentence));
  });
});
