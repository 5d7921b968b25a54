import { config } from './plugin-options.ts';

describe('options of a plugin', () => {
  it('have their defaults', () => expect(config.default).toEqual({ seats: 20, room: 'A1' }));
  it('are taken as they should be', () => expect(() => config.validator({ seats: 12 })).not.toThrow());
  it.each([
    [{ seats: 0 }, 'workshops: seats: '],
    [{ seat: 12 }, 'workshops: config: Unrecognized key: "seat"'],
  ])('stop the start otherwise: %j', (given, message) => {
    expect(() => config.validator(given)).toThrow(message);
  });
});
