const LONGEST = 100;

/** From a title, as addresses have it: `Café & té` becomes `cafe-te`. A title without Latin letters becomes `lesson`. */
export function lessonSlug(title: string, taken: Set<string>): string {
  const plain =
    title
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST)
      .replace(/^-|-$/g, '') || 'lesson';
  let slug = plain;
  for (let number = 2; taken.has(slug); number += 1) slug = `${plain}-${number}`;
  return slug;
}
