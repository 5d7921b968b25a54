import { readStatements } from './database-proxy.ts';

const cString = (text: string) => Buffer.from(`${text}\0`);
const message = (type: string, body: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
};
const number = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const said = Buffer.concat([
  message('', number(80877103)),
  message('', Buffer.concat([number(196608), cString('user'), cString('lumino'), Buffer.from([0])])),
  message('Q', cString('begin')),
  message('P', Buffer.concat([cString(''), cString('select $1'), Buffer.from([0, 0])])),
  message('B', Buffer.alloc(12)),
  message('E', Buffer.concat([cString(''), number(0)])),
  message('S', Buffer.alloc(0)),
]);

it.each([1, 3, 7, 1000])('statements are counted in whatever pieces they come: %i bytes', (size) => {
  const statements: string[] = [];
  const read = readStatements((text) => statements.push(text));
  for (let at = 0; at < said.length; at += size) read(said.subarray(at, at + size));
  expect(statements).toEqual(['begin', 'select $1']);
});
