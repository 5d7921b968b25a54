import { createRegistry } from './registry';

describe('a registry', () => {
  it('refuses a key that is taken and lists the known ones', () => {
    const rules = createRegistry('rule', [{ key: 'b' }, { key: 'a' }]);
    expect(() => rules.add({ key: 'a' })).toThrow('the rule "a" is registered twice; taken are a, b');
  });

  it('tells an unknown key from the known ones', () => {
    expect(() => createRegistry('template', [{ key: 'classic' }]).get('modern')).toThrow(
      'unknown template "modern"; known are classic',
    );
  });

  it('stands still once frozen', () => {
    const rules = createRegistry<{ key: string }>('rule');
    rules.freeze();
    expect(() => rules.add({ key: 'late' })).toThrow('too late');
  });
});
