import type { Core } from '@strapi/types';
import { AUDIT_ENTRY, CERTIFICATE, SIGNING_KEY } from '../constants';

interface Kept {
  /** Never change, from the insertion on. */
  fixed: string[];
  /** Are set once; then they only can be emptied. */
  once?: string[];
  /** Are set once and stay. */
  onceForEver?: string[];
}

/** Columns, as they are called in the database. */
const KEPT: Record<string, Kept> = {
  [CERTIFICATE]: {
    fixed: [
      ...['document_id', 'serial', 'verification_code', 'idempotency_key', 'facts_hash'],
      ...['kind', 'subject', 'subject_key', 'language', 'issued_at', 'template_key', 'template_version'],
    ],
    once: ['credential'],
    onceForEver: ['sha_256', 'bytes', 'status_index'],
  },
  [AUDIT_ENTRY]: {
    fixed: ['action', 'certificate_key', 'run_key', 'actor', 'actor_key', 'at', 'details'],
    once: ['reason'],
  },
  [SIGNING_KEY]: { fixed: ['key_id', 'purpose', 'public_part', 'active_from'] },
};

/** Goes up when anything here changes, so that databases that have the older guard get the newer. */
const VERSION = 2;
const GUARD = `certificates_unchanging_v${VERSION}`;

/**
 * A certificate's snapshot is fixed as well, but for the recipient's name, which goes when the recipient does (U4).
 *
 * `tg_argv`: columns that are fixed, those that may be emptied, those that are set once for ever.
 */
const FUNCTION = `
create or replace function ${GUARD}() returns trigger language plpgsql as $guard$
declare
  was jsonb := to_jsonb(old);
  becomes jsonb;
  name text;
begin
  if tg_op = 'DELETE' then
    raise exception '% are never deleted (document %)', tg_table_name, was->>'document_id';
  end if;
  becomes := to_jsonb(new);
  foreach name in array string_to_array(tg_argv[0], ',') loop
    if was->name is distinct from becomes->name then
      raise exception '%.% never changes (document %)', tg_table_name, name, was->>'document_id';
    end if;
  end loop;
  foreach name in array string_to_array(tg_argv[1], ',') loop
    if was->>name is not null and becomes->>name is not null and was->name <> becomes->name then
      raise exception '%.% is set once (document %)', tg_table_name, name, was->>'document_id';
    end if;
  end loop;
  foreach name in array string_to_array(tg_argv[2], ',') loop
    if was->>name is not null and was->name is distinct from becomes->name then
      raise exception '%.% is set once (document %)', tg_table_name, name, was->>'document_id';
    end if;
  end loop;
  if was->'snapshot' is distinct from becomes->'snapshot' and not (
    becomes->>'recipient_key' is null
    and becomes->'snapshot' = jsonb_set(was->'snapshot', '{recipient,name}', '""')
  ) then
    raise exception '%.snapshot never changes (document %)', tg_table_name, was->>'document_id';
  end if;
  return new;
end $guard$`;

/**
 * Lets the database itself refuse to change what was issued, and to delete it, whoever asks: the content manager, a service,
 * an import, a mistake (C7). TRUNCATE alone passes, for emptying everything.
 *
 * Made once: putting a trigger on waits for everybody who writes into the table.
 */
export async function keepUnchanged(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await trx.raw("select pg_advisory_xact_lock(hashtextextended('certificates:unchanging-rows', 0))");
    for (const [uid, { fixed, once = [], onceForEver = [] }] of Object.entries(KEPT)) {
      const { tableName } = strapi.db.metadata.get(uid);
      const { rows } = await trx.raw(
        'select tgname from pg_trigger where tgrelid = ?::regclass and tgname like ?',
        [`"${tableName}"`, 'certificates\\_unchanging\\_v%'],
      );
      const there: string[] = rows.map((row: { tgname: string }) => row.tgname);
      if (there.includes(GUARD)) continue;
      for (const older of there) await trx.raw('drop trigger ?? on ??', [older, tableName]);
      await trx.raw(FUNCTION);
      const columns = [fixed, once, onceForEver].map((names) => `'${names.join(',')}'`).join(', ');
      await trx.raw(
        `create trigger ?? before update or delete on ?? for each row execute function ${GUARD}(${columns})`,
        [GUARD, tableName],
      );
    }
  });
}
