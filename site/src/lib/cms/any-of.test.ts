import { addressesOf, askAnyOf } from './any-of';

const failing = (code: string) =>
  Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: { code } }));
const answer = () => Promise.resolve(new Response('yes'));

/** Servers by address, and in which order they were asked. */
function servers(behaviour: Record<string, () => Promise<Response>>) {
  const asked: string[] = [];
  const ask = (address: string) => {
    asked.push(address);
    return (behaviour[address] as () => Promise<Response>)();
  };
  return { asked, ask };
}

it('reads several addresses out of one setting', () => {
  expect(addressesOf('http://a:1337, http://b:1337')).toEqual(['http://a:1337', 'http://b:1337']);
  expect(addressesOf('http://a:1337')).toEqual(['http://a:1337']);
});

it('takes turns', async () => {
  const { asked, ask } = servers({ t1: answer, t2: answer });
  for (let count = 0; count < 4; count++) await askAnyOf(['t1', 't2'], false, ask);
  expect(asked.filter((one) => one === 't1')).toHaveLength(2);
});

it('goes to the next one where nothing was sent, even with what must not happen twice', async () => {
  const { ask } = servers({ dead: () => failing('ECONNREFUSED'), alive: answer });
  for (let count = 0; count < 4; count++)
    expect(await (await askAnyOf(['dead', 'alive'], false, ask)).text()).toBe('yes');
});

it('asks one that is gone last for a while', async () => {
  const { asked, ask } = servers({ gone: () => failing('ECONNREFUSED'), here: answer });
  for (let count = 0; count < 6; count++) await askAnyOf(['gone', 'here'], false, ask);
  expect(asked.filter((one) => one === 'gone').length).toBeLessThan(2);
});

it('repeats what broke off only where that does no harm', async () => {
  const broken = () => failing('UND_ERR_SOCKET');
  const { asked, ask } = servers({ b1: broken, b2: broken });
  await expect(askAnyOf(['b1', 'b2'], false, ask)).rejects.toThrow('fetch failed');
  expect(asked).toHaveLength(1);
  await expect(askAnyOf(['b1', 'b2'], true, ask)).rejects.toThrow('fetch failed');
  expect(asked.length).toBeGreaterThan(2);
});

it('asks one that stands alone a second time', async () => {
  let count = 0;
  const { ask } = servers({ alone: () => (count++ === 0 ? failing('ECONNRESET') : answer()) });
  expect(await (await askAnyOf(['alone'], true, ask)).text()).toBe('yes');
});

it('does not go on when time is up', async () => {
  const timeout = () => Promise.reject(new DOMException('too late', 'TimeoutError'));
  const { asked, ask } = servers({ slow: timeout, other: timeout });
  await expect(askAnyOf(['slow', 'other'], true, ask)).rejects.toThrow('too late');
  expect(asked).toHaveLength(1);
});
