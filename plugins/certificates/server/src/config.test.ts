import { parseConfig } from './config';

const config = { siteUrl: 'https://school.example', storage: { directory: '/srv/certificates' } };
const problemOf = (change: object): string => {
  try {
    parseConfig({ ...config, ...change });
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('a wrong option', () => {
  it('is named with what is allowed and what was received', () => {
    expect(problemOf({ issuer: { accent: 'green' } })).toBe(
      'certificates: issuer.accent: Invalid string: must match pattern /^#[0-9a-f]{6}$/i; received "green"',
    );
    expect(problemOf({ storage: { directory: 1 } })).toContain('storage.directory: Invalid input');
    expect(problemOf({ storage: {} })).toContain('storage: must have either a directory or s3; received {}');
  });

  it('that there is not is named beside those that there are', () => {
    expect(problemOf({ issuer: { signatures: [{ name: 'A', title: 'B', rank: 1 }] } })).toBe(
      'certificates: issuer.signatures.0.rank: there is no such option; allowed are name, title; received 1',
    );
  });

  it('that is a secret is not repeated (P14)', () => {
    const said = problemOf({ credential: { seed: 'not-a-seed' } });
    expect(said).toContain('credential.seed: must be 32 bytes in base64url');
    expect(said).not.toContain('not-a-seed');
    const s3 = {
      bucket: 'private',
      region: 'here',
      accessKeyId: 'open sesame',
      secretAccessKey: 'abracadabra',
    };
    const both = problemOf({ storage: { directory: '/srv', s3 } });
    expect(both).toContain('"bucket":"private"');
    expect(both).not.toMatch(/sesame|abracadabra/);
  });
});
