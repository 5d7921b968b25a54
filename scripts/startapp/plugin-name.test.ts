import { readPluginName } from './plugin-name.ts';

describe('the name of a plugin', () => {
  it('is spelt for folders, for types, for people and for npm', () => {
    expect(readPluginName('staff-room')).toEqual({
      id: 'staff-room',
      type: 'StaffRoom',
      display: 'Staff room',
      packageName: '@lumino/strapi-plugin-staff-room',
    });
  });

  it.each(['attendance', 'a', 'room-101', 'web3', 'x'.repeat(40)])('may be %s', (name) => {
    expect(readPluginName(name).id).toBe(name);
  });

  it.each([
    '',
    'Attendance',
    'staffRoom',
    'staff_room',
    'staff room',
    '1st-floor',
    '-room',
    'room-',
    'staff--room',
    '../jobs',
    'áula',
    'room\n',
    'x'.repeat(41),
  ])('may not be "%s"', (name) => {
    expect(() => readPluginName(name)).toThrow('cannot be the name of a plugin');
  });

  it.each(['upload', 'users-permissions', 'admin', 'api', 'sample-plugin'])(
    'may not be taken: %s',
    (name) => {
      expect(() => readPluginName(name)).toThrow('means something else to Strapi');
    },
  );
});
