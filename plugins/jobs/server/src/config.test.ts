import { config } from './config';

const right = { connectionString: 'postgres://lumino:secret@db/lumino', schema: 'pgboss', drainSeconds: 25 };

describe('the options of the queue', () => {
  it('are taken as the README has them', () => {
    expect(() => config.validator(right)).not.toThrow();
    expect(() => config.validator({ connectionString: right.connectionString })).not.toThrow();
  });

  it.each<[string, object, string]>([
    [
      'a word for a number',
      { drainSeconds: 'soon' },
      'jobs: the option "drainSeconds" of the queue must be a whole number from 1 to 600; received "soon"',
    ],
    [
      'half a second',
      { drainSeconds: 0.5 },
      'jobs: the option "drainSeconds" of the queue must be a whole number from 1 to 600; received 0.5',
    ],
    [
      'a capital in the schema',
      { schema: 'Jobs' },
      'jobs: the option "schema" of the queue must be a name of small letters, digits and underscores; received "Jobs"',
    ],
    [
      'no address',
      { connectionString: undefined },
      'jobs: the option "connectionString" of the queue must be the address of a PostgreSQL; received nothing',
    ],
    [
      'an option that there is not',
      { retries: 3 },
      'jobs: the queue has no option "retries"; it has connectionString, schema, drainSeconds',
    ],
  ])('%s is refused in one sentence', (_what, change, sentence) => {
    expect(() => config.validator({ ...right, ...change })).toThrow(new Error(sentence));
  });

  it('are refused without repeating the password in an address', () => {
    const connectionString = { url: right.connectionString };
    expect(() => config.validator({ connectionString })).toThrow(/received something else$/);
    expect(() => config.validator(undefined)).toThrow('must be an object with connectionString');
  });
});
