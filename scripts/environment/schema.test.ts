import { Environment } from './schema.ts';

const optional = Environment.pick({ MONITORING_PORT: true, WORKER_MONITORING_PORT: true });

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
