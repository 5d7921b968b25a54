import type { Knex } from 'knex';

/**
 * What stands for an enrollment where the admin names one ("Guido Rossi · PRO"), for its mark and its progress as well,
 * and the name for a student's profile. Strapi names a row by a column of its own, and these have none that means
 * anything to people; with it they are found by a name, too.
 *
 * Triggers keep it, whoever writes: a new row takes the names that are there, a student or a module that is renamed
 * renames what follows them. The module's code is its draft's, as everywhere in the admin. A new enrollment waits for a
 * student who is just being renamed, so that neither misses the other. To write any title is to have it made anew.
 */
const TITLES = `
create schema lumino_titles;

create function lumino_titles.of_person(key text) returns text language sql stable as $$
  select coalesce(nullif(concat_ws(' ', nullif(first_name, ''), nullif(last_name, '')), ''), username)
  from up_users where document_id = key
$$;
create function lumino_titles.of_enrollment(key text) returns text language sql stable as $$
  select title from enrollments where document_id = key
$$;

create function lumino_titles.make() returns trigger language plpgsql as $$
declare
  code text;
begin
  case tg_table_name
    when 'enrollments' then
      if tg_op = 'INSERT' then perform from up_users where document_id = new.student_key for share; end if;
      select module.code into code from modules module
        where module.document_id = new.module_key and module.published_at is null order by module.id limit 1;
      new.title := left(nullif(concat_ws(' · ', lumino_titles.of_person(new.student_key), code), ''), 255);
    when 'student_profiles' then
      new.title := left(lumino_titles.of_person(new.user_key), 255);
    else
      new.title := lumino_titles.of_enrollment(new.enrollment_key);
  end case;
  return new;
end $$;

create function lumino_titles.follow() returns trigger language plpgsql as $$
begin
  case tg_table_name
    when 'up_users' then
      update enrollments set title = null where student_key = new.document_id;
      update student_profiles set title = null where user_key = new.document_id;
    when 'modules' then
      update enrollments set title = null where module_key = new.document_id;
    else
      update grades set title = null where enrollment_key = new.document_id;
      update lesson_progress set title = null where enrollment_key = new.document_id;
  end case;
  return null;
end $$;

create trigger lumino_title_insert after insert on up_users for each row execute function lumino_titles.follow();
create trigger lumino_title_update after update of username, first_name, last_name on up_users for each row
  when (old.username is distinct from new.username
    or old.first_name is distinct from new.first_name or old.last_name is distinct from new.last_name)
  execute function lumino_titles.follow();
create trigger lumino_title_insert after insert on modules for each row
  when (new.published_at is null) execute function lumino_titles.follow();
create trigger lumino_title_update after update of code on modules for each row
  when (new.published_at is null and old.code is distinct from new.code) execute function lumino_titles.follow();
create trigger lumino_title_insert after insert on enrollments for each row execute function lumino_titles.follow();
create trigger lumino_title_update after update of title on enrollments for each row
  when (old.title is distinct from new.title) execute function lumino_titles.follow();
`;

/** Tables with a title, after those whose names they take; and the columns by which they know whose. */
const TITLED = [
  ['enrollments', 'student_key, module_key'],
  ['grades', 'enrollment_key'],
  ['lesson_progress', 'enrollment_key'],
  ['student_profiles', 'user_key'],
] as const;

export async function up(trx: Knex): Promise<void> {
  // Migrations run before Strapi adds the columns of its schema.
  for (const [table] of TITLED)
    await trx.raw(`alter table ${table} add column if not exists title varchar(255)`);
  await trx.raw(TITLES);
  for (const [table, keys] of TITLED) {
    await trx.raw(
      `create trigger lumino_title before insert or update of title, ${keys} on ${table}
       for each row execute function lumino_titles.make()`,
    );
    await trx.raw(`update ${table} set title = null`);
  }
}

export async function down(trx: Knex): Promise<void> {
  // What belongs to a function goes with it.
  await trx.raw('drop schema lumino_titles cascade');
}
