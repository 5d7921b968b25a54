import { mayGoTo } from './allowed';

const onlyTo = ['tester@lumino.example', '@staff.lumino.example'];

it.each(['tester@lumino.example', 'Tester@Lumino.Example', 'anybody@staff.lumino.example'])(
  'a mail to %s goes out: the list names the address or its domain (P12)',
  (address) => expect(mayGoTo(address, onlyTo)).toBe(true),
);

it.each([
  'guido@lumino.example',
  'tester@lumino.example.org',
  'x@lumino.example@evil.example',
  'staff.lumino.example@evil.example',
  'a@sub.staff.lumino.example',
  'a@evilstaff.lumino.example',
  '',
])('a mail to "%s" stays where it is (P12)', (address) => expect(mayGoTo(address, onlyTo)).toBe(false));

it('without a list, mails go to everybody', () => expect(mayGoTo('guido@lumino.example', [])).toBe(true));
