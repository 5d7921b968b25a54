import { parseConfig } from '../config';
import { changedParts } from './changed-parts';
import { defaultSettings } from './defaults';

const settings = defaultSettings(
  parseConfig({ siteUrl: 'https://school.example', storage: { directory: '/srv/certificates' } }),
);

const copy = (): typeof settings => JSON.parse(JSON.stringify(settings));

describe('the parts of the settings that changed', () => {
  it('are none where nothing did', () => {
    expect(changedParts(settings, copy())).toEqual([]);
  });

  it('are named two levels deep, without what stands in them', () => {
    const next = copy();
    next.branding.accent = '#123456';
    next.expiry.grade = { type: 'period', months: 12 };
    next.rules = { grades: { module: ['offered'] } };
    expect(changedParts(settings, next)).toEqual(['branding.accent', 'expiry.grade', 'rules.grades']);
  });

  it('include what is no longer there', () => {
    expect(changedParts({ ...settings, rules: { grades: {} } }, settings)).toEqual(['rules.grades']);
  });
});
