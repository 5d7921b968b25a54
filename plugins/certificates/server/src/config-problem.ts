import { z } from 'zod';

/** Never shown, since what boot says goes into logs. */
const SECRET = /passphrase|seed|accessKey/i;

const at = (value: unknown, path: PropertyKey[]): unknown =>
  path.reduce<any>((inner, key) => inner?.[key], value);

/** Which keys an object of the configuration may have. */
function keysAt(schema: z.ZodType, path: PropertyKey[]): string[] {
  const found = path.reduce<any>(
    (inner, key) => (typeof key === 'number' ? inner?.items : inner?.properties?.[key]),
    z.toJSONSchema(schema, { io: 'input' }),
  );
  return Object.keys(found?.properties ?? {});
}

/** Each problem in one line: key, what is allowed, what was received. */
export function describeProblems(schema: z.ZodType, value: unknown, { issues }: z.ZodError): string {
  const line = (key: PropertyKey[], allowed: string) => {
    const name = key.map(String).join('.');
    const hidden = (inner: string, value: unknown) => (SECRET.test(inner) ? 'a secret' : value);
    const received = SECRET.test(name) ? 'a secret' : (JSON.stringify(at(value, key), hidden) ?? 'nothing');
    return `${name || 'config'}: ${allowed}; received ${received}`;
  };
  return issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) =>
            line(
              [...issue.path, key],
              `there is no such option; allowed are ${keysAt(schema, issue.path).join(', ')}`,
            ),
          )
        : [line(issue.path, issue.message)],
    )
    .join('\n');
}
