import { has, RANK } from './asked';
import type { ModuleFilter } from './module-filter';

/** From how many minutes on a module is as long as that, and to how many. */
const MINUTES = { short: [0, 60], medium: [61, 180], long: [181, null] } as const;

const ORDERS = {
  name: 'seen.name, seen.document_id',
  newest: 'seen.made desc, seen.name, seen.document_id',
  shortest: 'seen.minutes, seen.name, seen.document_id',
} as const;

const LENGTH = `cross join lateral (
    select coalesce(sum(minutes), 0) as minutes from (
      select distinct on (document_id) minutes from lessons
      where module_key = entry.document_id and published_at is not null order by document_id
    ) lesson
  ) length`;

/**
 * The documents of a page of the catalogue, and how many there are in all: `document_id`, `total`.
 *
 * Minutes are those of the published lessons, each counted once whatever its translations; a module is as new as its
 * first draft, since publishing makes rows anew.
 */
export function modulesSql(filter: ModuleFilter, isAsked: boolean): string {
  const conditions = ["entry.kind = 'module'", 'entry.reader_locale = :locale'];
  if (isAsked) conditions.push(has('open'));
  if (filter.teacher) conditions.push('teacher.slug = :teacher');
  if (filter.open) {
    conditions.push(
      '(module.enrollment_opens_at is null or module.enrollment_opens_at <= now())',
      '(module.enrollment_closes_at is null or now() < module.enrollment_closes_at)',
    );
  }
  if (filter.length) {
    const [from, to] = MINUTES[filter.length];
    conditions.push(`length.minutes >= ${from}`);
    if (to !== null) conditions.push(`length.minutes <= ${to}`);
  }
  if (filter.language) {
    conditions.push(
      `exists (select from modules translation where translation.document_id = entry.document_id
        and translation.locale = :language and translation.published_at is not null)`,
    );
  }
  const order = filter.order ?? (isAsked ? null : 'name');
  // Adding up the lessons of all modules takes longer than everything else.
  const isMeasured = filter.length !== null || order === 'shortest';
  const query = `case entry.text_locale when 'es' then cast(:es as tsquery) else cast(:en as tsquery) end`;
  return `
with seen as (
  select entry.document_id, lower(lumino_search.fold(entry.title)) as name,
    ${isMeasured ? 'length.minutes' : 'null as minutes'},
    (select min(created_at) from modules made where made.document_id = entry.document_id) as made
    ${isAsked ? `, entry.open as vector, ${query} as query` : ''}
  from lumino_search.entries entry
  join modules module on module.document_id = entry.document_id
    and module.locale = entry.text_locale and module.published_at is not null
  left join modules_teacher_lnk taught on taught.module_id = module.id
  left join teacher_profiles teacher on teacher.id = taught.teacher_profile_id
  ${isMeasured ? LENGTH : ''}
  where ${conditions.join(' and ')}
)
select document_id, cast(count(*) over () as int) as total
from seen order by ${order ? ORDERS[order] : `${RANK} desc, ${ORDERS.name}`} limit :limit offset :offset`;
}

/** Who teaches a published module: `slug`, `displayName`. */
export const TEACHERS = `
select distinct teacher.slug, teacher.display_name as "displayName", lower(lumino_search.fold(teacher.display_name)) as name
from teacher_profiles teacher
join modules_teacher_lnk taught on taught.teacher_profile_id = teacher.id
join modules module on module.id = taught.module_id and module.published_at is not null
order by name`;
