import type { Picture, Settings, SettingsProblem } from '../../../shared/contracts/settings';
import type { Registered } from './registered';

/** The settings with every option of their templates, and what of them names something that is not there. */
export function complete(
  settings: Settings,
  there: Registered,
  pictures: Picture[],
): { settings: Settings; problems: SettingsProblem[] } {
  const { templates, errors } = there.checkTemplates(settings.templates);
  return {
    settings: { ...settings, templates },
    problems: [...errors, ...there.ruleProblems(settings.rules), ...pictureProblems(settings, pictures)],
  };
}

function pictureProblems({ branding }: Settings, pictures: Picture[]): SettingsProblem[] {
  const named: [string[], string | null][] = [
    [['logo'], branding.logo],
    ...branding.signatures.map(({ picture }, index): [string[], string | null] => [
      ['signatures', String(index), 'picture'],
      picture,
    ]),
  ];
  return named
    .filter(([, key]) => key !== null && !pictures.some((picture) => picture.key === key))
    .map(([path, key]) => ({
      path: ['branding', ...path],
      message: `there is no picture ${key}`,
      code: 'unknown-picture',
    }));
}
