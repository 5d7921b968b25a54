/** Whether students may enrol at this moment. A missing end is open; the opening counts, the closing does not. */
export function isOpen(
  module: { enrollmentOpensAt?: string | Date | null; enrollmentClosesAt?: string | Date | null },
  now: Date,
): boolean {
  const opens = module.enrollmentOpensAt ? new Date(module.enrollmentOpensAt) : null;
  const closes = module.enrollmentClosesAt ? new Date(module.enrollmentClosesAt) : null;
  return (!opens || opens <= now) && (!closes || now < closes);
}
