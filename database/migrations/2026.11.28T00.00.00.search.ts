import type { Knex } from 'knex';

/**
 * The index behind the site's search. It belongs to the database and not to Strapi: triggers keep it (the next
 * migration makes them), so that it follows publishing, unpublishing, deleting, translating and importing in whatever
 * process they happen, in the same transaction. In a schema of its own, at which Strapi's schema sync does not look.
 *
 * For each published module and lesson it has one row per language of readers, in the language that reader would see: their
 * own, else English, else any (as `pickLocale` chooses). `open` is what everybody may find a row by; `inside` adds what
 * stands in a lesson, for those who may read it.
 */
const TABLE = `
create schema lumino_search;
create table lumino_search.entries (
  kind text not null,
  document_id text not null,
  reader_locale text not null,
  text_locale text not null,
  module_key text not null,
  address text not null,
  title text not null,
  summary text not null,
  details text not null,
  stemmable_details text not null,
  open tsvector not null,
  inside tsvector,
  primary key (kind, document_id, reader_locale)
);
create index entries_open on lumino_search.entries using gin (open);
create index entries_inside on lumino_search.entries using gin (inside);
create index entries_module on lumino_search.entries (module_key, reader_locale);
`;

/**
 * `fold` takes accents away and makes blanks of punctuation; it keeps the number of characters, so that a place in a folded
 * text is the same place in its original. Punctuation goes because PostgreSQL reads node.js as a host and a/b as a file.
 * No extension is needed for it, and none could be indexed: unaccent() is not immutable.
 *
 * `tidy` leaves accents only as parts of letters, for the same reason; `plain` takes the marks of Markdown away, too.
 * `stemmable` gives the endings of canción and sesión their accent back: the stemmer of Spanish knows them by it, and
 * nobody who types has to. `words` has the stems of the language, and the words as they are written, by which beginnings
 * are found. 150,000 characters of a text count: a tsvector may not be larger than 1 MB.
 *
 * `query`: every word has to be there, the last one at least as a beginning, if it has more than one letter. Words such as "the" count only where a query
 * has no others.
 */
const TEXT_FUNCTIONS = String.raw`
create function lumino_search.config(locale text) returns regconfig language sql immutable parallel safe as $$
  select case locale when 'es' then 'pg_catalog.spanish'::regconfig else 'pg_catalog.english'::regconfig end
$$;

create function lumino_search.fold(content text) returns text language sql immutable parallel safe as $$
  select regexp_replace(
    normalize(regexp_replace(normalize(content, NFD), '[\u0300-\u036f]', '', 'g'), NFC),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2010-\u206f\u3000-\u303f]', ' ', 'g')
$$;

create function lumino_search.tidy(content text) returns text language sql immutable parallel safe as $$
  select regexp_replace(normalize(coalesce(content, ''), NFC), '[\u0300-\u036f\u0001-\u0008]+', '', 'g')
$$;

create function lumino_search.plain(markdown text) returns text language plpgsql immutable parallel safe as $$
declare
  content text := lumino_search.tidy(markdown);
begin
  content := regexp_replace(content, '^[ \t]*(${'```'}|~~~).*$', '', 'gn');
  content := regexp_replace(content, '!{0,1}\[([^][]*)\]\([^()]*\)', '\1', 'g');
  content := regexp_replace(content, '^[ \t]*(#{1,6}|>|[-*+]|\d+[.)])[ \t]+', '', 'gn');
  content := regexp_replace(content, '\|[-| :]*', ' ', 'g');
  content := regexp_replace(content, '[*${'`'}~]+', '', 'g');
  return btrim(regexp_replace(content, '\s+', ' ', 'g'));
end $$;

create function lumino_search.stemmable(locale text, content text) returns text language plpgsql immutable parallel safe as $$
declare
  folded text := lumino_search.fold(content);
begin
  return case locale when 'es' then regexp_replace(folded, 'ion\M', 'ión', 'g') else folded end;
end $$;

create function lumino_search.words(locale text, content text) returns tsvector language plpgsql immutable parallel safe as $$
declare
  counted text := left(content, 150000);
begin
  return to_tsvector(lumino_search.config(locale), lumino_search.stemmable(locale, counted))
    || to_tsvector('pg_catalog.simple', lumino_search.fold(counted));
end $$;

create function lumino_search.query(locale text, words text[]) returns tsquery
language plpgsql stable set client_min_messages = warning as $$
declare
  telling tsquery := ''::tsquery;
  every tsquery := ''::tsquery;
begin
  for place in 1 .. cardinality(words) loop
    declare
      stem tsquery := plainto_tsquery(
        lumino_search.config(locale), lumino_search.stemmable(locale, words[place]));
      written tsquery := to_tsquery('pg_catalog.simple',
        quote_literal(words[place])
          || case when place = cardinality(words) and length(words[place]) > 1 then ':*' else '' end);
    begin
      if numnode(stem) > 0 then telling := telling && (stem || written); end if;
      every := every && (stem || written);
    end;
  end loop;
  return case when numnode(telling) > 0 then telling else every end;
end $$;
`;

/** A lesson's text: what its sections show, without the explanations of a quiz, which give its answers away. */
const WRITE_FUNCTIONS = `
create function lumino_search.lesson_text(lesson_id integer) returns text language sql stable as $$
  select lumino_search.tidy(string_agg(section.content, ' ' order by part."order"))
  from lessons_cmps part
  cross join lateral (
    select case part.component_type
      when 'lesson.text' then (select lumino_search.plain(body) from lesson_texts where id = part.cmp_id)
      when 'lesson.callout' then
        (select lumino_search.plain(concat_ws(' ', title, body)) from lesson_callouts where id = part.cmp_id)
      when 'lesson.code' then (select concat_ws(' ', title, code) from lesson_codes where id = part.cmp_id)
      when 'lesson.image' then (select concat_ws(' ', alternative, caption) from lesson_images where id = part.cmp_id)
      when 'lesson.video' then (select title from lesson_videos where id = part.cmp_id)
      when 'lesson.quiz' then (
        select string_agg(lumino_search.plain(concat_ws(' ', question.question, (
          select string_agg(choice.text, ' ' order by choice_part."order")
          from lesson_quiz_questions_cmps choice_part
          join lesson_quiz_options choice on choice.id = choice_part.cmp_id
          where choice_part.entity_id = question.id and choice_part.field = 'options'))), ' ' order by question_part."order")
        from lesson_quizs_cmps question_part
        join lesson_quiz_questions question on question.id = question_part.cmp_id
        where question_part.entity_id = part.cmp_id and question_part.field = 'questions')
    end as content
  ) section
  where part.entity_id = lesson_id and part.field = 'sections'
$$;

-- Lets one writer of a document at a time through, until the transaction ends. A row for each: locks of rows have no bound,
-- advisory ones have, and a transaction may write every document there is.
create table lumino_search.writers (document_id text primary key);
create function lumino_search.wait_for_others(key text) returns void language plpgsql as $$
begin
  insert into lumino_search.writers values (key) on conflict do nothing;
  perform from lumino_search.writers where document_id = key for update;
end $$;

create function lumino_search.write(of_kind text, key text) returns void language plpgsql as $$
begin
  -- Two writers of one document would meet at the primary key.
  perform lumino_search.wait_for_others(key);
  delete from lumino_search.entries where kind = of_kind and document_id = key;
  if of_kind = 'module' then
    insert into lumino_search.entries
    select 'module', key, reader.locale, best.locale, key, best.code,
      lumino_search.tidy(best.name), lumino_search.tidy(best.summary),
      texts.details, lumino_search.stemmable(best.locale, texts.details),
      setweight(lumino_search.words(best.locale, concat_ws(' ', best.code, best.name)), 'A')
        || setweight(lumino_search.words(best.locale, concat_ws(' ', best.summary, texts.teacher)), 'B')
        || setweight(lumino_search.words(best.locale, texts.details), 'C'),
      null
    from unnest(array['en', 'es']) as reader(locale)
    cross join lateral (
      select * from modules where document_id = key and published_at is not null
      order by (locale = reader.locale) desc, (locale = 'en') desc, locale limit 1
    ) best
    cross join lateral (
      select lumino_search.plain(best.description) as details, (
        select string_agg(teacher.display_name, ' ')
        from modules_teacher_lnk link join teacher_profiles teacher on teacher.id = link.teacher_profile_id
        where link.module_id = best.id
      ) as teacher
    ) texts;
  else
    insert into lumino_search.entries
    select 'lesson', key, reader.locale, best.locale, best.module_key, best.slug,
      lumino_search.tidy(best.title), '',
      texts.details, lumino_search.stemmable(best.locale, texts.details), texts.title,
      texts.title || setweight(lumino_search.words(best.locale, texts.details), 'D')
    from unnest(array['en', 'es']) as reader(locale)
    cross join lateral (
      select * from lessons where document_id = key and published_at is not null and module_key is not null
      order by (locale = reader.locale) desc, (locale = 'en') desc, locale limit 1
    ) best
    cross join lateral (
      select lumino_search.lesson_text(best.id) as details,
        setweight(lumino_search.words(best.locale, best.title), 'A') as title
    ) texts;
  end if;
end $$;
`;

/** Misspelt words are compared by pg_trgm, where the database has it and lets us; search works without. */
async function helpWithSpelling(trx: Knex): Promise<void> {
  try {
    await trx.transaction(async (savepoint) => {
      await savepoint.raw('create extension if not exists pg_trgm');
      await savepoint.raw(
        'create index entries_title on lumino_search.entries using gin (lumino_search.fold(title) gin_trgm_ops)',
      );
    });
  } catch {
    // A database of somebody else's may forbid it.
  }
}

export async function up(trx: Knex): Promise<void> {
  for (const part of [TABLE, TEXT_FUNCTIONS, WRITE_FUNCTIONS]) await trx.raw(part);
  await helpWithSpelling(trx);
}

export async function down(trx: Knex): Promise<void> {
  await trx.raw('drop schema lumino_search cascade');
}
