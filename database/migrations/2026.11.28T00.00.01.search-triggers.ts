import type { Knex } from 'knex';

/**
 * Keeps the index of the search, and fills it with what is there.
 *
 * The triggers wait for the end of the transaction: Strapi writes a row first, and then its sections and its teacher.
 * Drafts are no matter of theirs. TRUNCATE, by which the demo data are reset, tells no rows.
 */
const TRIGGERS = `
create function lumino_search.follow() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform lumino_search.write(tg_argv[0], old.document_id); end if;
  if tg_op = 'INSERT' or (tg_op = 'UPDATE' and new.document_id <> old.document_id) then
    perform lumino_search.write(tg_argv[0], new.document_id);
  end if;
  return null;
end $$;

create function lumino_search.follow_teacher() returns trigger language plpgsql as $$
begin
  perform lumino_search.write('module', taught.document_id)
  from (
    select distinct module.document_id from modules module
    join modules_teacher_lnk link on link.module_id = module.id
    where link.teacher_profile_id = new.id and module.published_at is not null order by 1
  ) taught;
  return null;
end $$;

create function lumino_search.forget() returns trigger language plpgsql as $$
begin
  delete from lumino_search.entries where kind = tg_argv[0];
  return null;
end $$;

create constraint trigger lumino_search_teacher after update on teacher_profiles
  deferrable initially deferred for each row
  when (old.display_name is distinct from new.display_name) execute function lumino_search.follow_teacher();
${(['module', 'lesson'] as const)
  .map(
    (kind) => `
create constraint trigger lumino_search_insert after insert on ${kind}s deferrable initially deferred for each row
  when (new.published_at is not null) execute function lumino_search.follow('${kind}');
create constraint trigger lumino_search_update after update on ${kind}s deferrable initially deferred for each row
  when (new.published_at is not null or old.published_at is not null)
  execute function lumino_search.follow('${kind}');
create constraint trigger lumino_search_delete after delete on ${kind}s deferrable initially deferred for each row
  when (old.published_at is not null) execute function lumino_search.follow('${kind}');
create trigger lumino_search_truncate after truncate on ${kind}s
  for each statement execute function lumino_search.forget('${kind}');
`,
  )
  .join('')}
select lumino_search.write('module', document_id)
  from (select distinct document_id from modules where published_at is not null) published;
select lumino_search.write('lesson', document_id)
  from (select distinct document_id from lessons where published_at is not null) published;
`;

export async function up(trx: Knex): Promise<void> {
  await trx.raw(TRIGGERS);
}

export async function down(trx: Knex): Promise<void> {
  // What belongs to a function goes with it.
  for (const name of ['follow', 'follow_teacher', 'forget'])
    await trx.raw('drop function lumino_search.?? cascade', [name]);
}
