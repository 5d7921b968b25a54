import { BRANDING_TEXTS, type Settings, type SettingsProblem } from '../../../shared/contracts/settings';
import { uncoveredAmong } from '../rendering/text/coverage';

/** What no font has of what staff wrote, with its place in the settings. */
export function uncoveredIn({ branding }: Settings): SettingsProblem[] {
  const own = (['en', 'es'] as const).flatMap((language) =>
    BRANDING_TEXTS.map((name): [string[], string] => [
      ['branding', 'texts', name, language],
      branding.texts[name]?.[language] ?? '',
    ]),
  );
  const signatures = branding.signatures.flatMap(({ name, title }, index): [string[], string][] => [
    [['branding', 'signatures', String(index), 'name'], name],
    [['branding', 'signatures', String(index), 'title'], title],
  ]);
  const written: [string[], string][] = [
    [['branding', 'issuerName'], branding.issuerName],
    ...signatures,
    ...own,
  ];
  return uncoveredAmong(written).map(({ character, codePoint, field }) => ({
    path: field,
    message: `no font has "${character}" (${codePoint})`,
    code: 'uncovered-characters',
  }));
}
