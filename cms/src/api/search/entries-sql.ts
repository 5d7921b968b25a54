import { has, RANK } from './asked';

/**
 * Published entries of one kind, in a language of readers. The module has to be published, too.
 *
 * Two ways in, for two kinds of readers: `open` is for everybody, and `inside` for the modules in `:keys`, those of the
 * student. Rank, marks and snippets come from `seen.vector` and `seen.text`, which are the one or the other: so nobody
 * learns from an order or a snippet what stands in a lesson that they may not read.
 *
 * Bindings: kind, locale, keys, en, es.
 */
const SEEN = `
  select entry.document_id, entry.address, entry.title, entry.summary, entry.text_locale, entry.module_key,
    module.address as code, module.title as module_name,
    entry.module_key = any(:keys) as readable,
    case when entry.module_key = any(:keys) then coalesce(entry.inside, entry.open) else entry.open end as vector,
    entry.kind = 'module' or entry.module_key = any(:keys) as told,
    case entry.text_locale when 'es' then cast(:es as tsquery) else cast(:en as tsquery) end as query
  from lumino_search.entries entry
  join lumino_search.entries module
    on module.kind = 'module' and module.document_id = entry.module_key and module.reader_locale = entry.reader_locale
  where entry.kind = :kind and entry.reader_locale = :locale`;

/** Those that have every word. */
export const FOUND = `${SEEN}
  and (${has('open')} or entry.module_key = any(:keys) and ${has('inside')})`;

/** Those whose titles are spelt like `:q`. For databases with pg_trgm. */
export const ALIKE = `${SEEN} and cast(:q as text) <% lumino_search.fold(entry.title)`;

const MARKS = 'StartSel=<, StopSel=>';

/**
 * A page of what `found` finds, with everything that is shown. `:any` and `:prefix` say what to mark: a headline knows the
 * stems of a text alone, so the words that begin like the last one asked for are looked up in the entry and stemmed, too.
 *
 * Headlines are made of the text without accents; beside each stands the same piece of the original.
 */
export const page = (found: string, order: string = `${RANK} desc`): string => `
with seen as (${found}),
best as (
  select seen.*, count(*) over () as total, row_number() over (order by ${order}, seen.title, seen.document_id) as place
  from seen order by place limit :limit offset :offset
)
select best.address, best.code, best.module_name, best.text_locale, best.readable, best.title, best.summary,
  cast(best.total as int) as total,
  ts_headline(config, lumino_search.stemmable(best.text_locale, best.title), marked, '${MARKS}, HighlightAll=true') as title_marked,
  ts_headline(config, lumino_search.stemmable(best.text_locale, best.summary), marked, '${MARKS}, HighlightAll=true') as summary_marked,
  case when best.told then (
    select cast(jsonb_agg(jsonb_build_array(part,
      substr(entry.details, strpos(entry.stemmable_details, bare), length(bare)))) as text)
    from lumino_search.entries entry
    cross join lateral unnest(string_to_array(ts_headline(config, entry.stemmable_details, marked,
      '${MARKS}, FragmentDelimiter=|, MaxFragments=2, MaxWords=24, MinWords=12'), '|')) as part
    cross join lateral (select translate(part, '<>', '') as bare) as unmarked
    where entry.kind = :kind and entry.document_id = best.document_id and entry.reader_locale = :locale and part like '%<%'
  ) end as snippets
from best
cross join lateral (select lumino_search.config(best.text_locale) as config) as language
cross join lateral (
  select cast(case best.text_locale when 'es' then :anyEs else :anyEn end as tsquery) || coalesce((
    select to_tsquery(config, string_agg(quote_literal(lexeme), ' | '))
    from unnest(best.vector) where length(:prefix) > 1 and starts_with(lexeme, :prefix)
  ), cast('' as tsquery)) as marked
) as marks
order by place`;
