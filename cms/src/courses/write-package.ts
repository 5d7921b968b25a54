import { stringify } from 'yaml';
import { renameLinks } from './links';
import { PACKAGE_FILE } from './package';
import type { PackagedLesson, PackagedModule } from './read-module';
import { writeSections } from './write-sections';

export interface PackageText {
  path: string;
  text: string;
}

/** The written files of a package; the others stand in `module.files`. */
export function writePackage({ about, lessons }: PackagedModule): PackageText[] {
  const width = Math.max(2, ...lessons.map(({ position }) => String(position).length));
  const fileOf = ({ position, slug }: PackagedLesson) =>
    `${String(position).padStart(width, '0')}-${slug}.md`;
  const names = new Map(lessons.map((lesson) => [lesson.slug, fileOf(lesson)]));
  return [
    { path: PACKAGE_FILE, text: `${JSON.stringify(about, null, 2)}\n` },
    ...lessons.map((lesson) => ({
      path: `${lesson.locale}/${fileOf(lesson)}`,
      text: writeLesson(lesson, names),
    })),
  ];
}

function writeLesson(
  { title, slug, position, minutes, sections }: PackagedLesson,
  names: Map<string, string>,
): string {
  const settings = stringify({ title, slug, position, ...(minutes ? { minutes } : {}) }, { lineWidth: 0 });
  return `---\n${settings}---\n\n${renameLinks(writeSections(sections), names)}\n`;
}
