import type { Locale } from '../../i18n/locales';
import { stringsOf } from '../../i18n/strings';
import type { GradeCertificateOffer } from '../../lib/cms/contracts';

/** Why the grade certificate is not to be had yet: in the words of its reason, or else by the rule that says no. */
export function whyNot(
  { reason, rule, missing }: Extract<GradeCertificateOffer, { eligible: false }>,
  locale: Locale,
): string {
  const { modules, certificates } = stringsOf(locale);
  const codes = missing.join(', ');
  if (reason === 'marks-missing') return modules.certificateMissing(codes);
  const { refusals } = certificates;
  if (Object.hasOwn(refusals, reason))
    return modules.certificateRefused(refusals[reason as keyof typeof refusals], codes);
  return rule ? modules.certificateCondition(rule[locale], codes) : refusals.other;
}
