import type { ClientBase } from 'pg';
import { Problem } from '../../problem.ts';

export interface Column {
  name: string;
  type: string;
  notNull: boolean;
  default: string | null;
  /** As PostgreSQL keeps it: `a` always, `d` by default, empty: none. */
  identity: string;
  generated: boolean;
}
export interface Table {
  name: string;
  columns: Column[];
  /** Of a partitioned table: by what. */
  partitionKey: string | null;
  partitionOf: { table: string; bound: string } | null;
  options: string[] | null;
}
export interface Named {
  name: string;
  sql: string;
}

/** What a database is made of, apart from its rows: enough to make it again. Names come quoted and with their schema. */
export interface Description {
  schemas: string[];
  extensions: { name: string; schema: string }[];
  enums: { name: string; values: string[] }[];
  sequences: { name: string; type: string; sql: string; ownedBy: string | null }[];
  tables: Table[];
  functions: Named[];
  constraints: { table: string; name: string; kind: string; sql: string }[];
  indexes: (Named & { attachedTo: string | null; ofConstraint: boolean })[];
  triggers: Named[];
}

const OWN = "nspname !~ '^pg_' and nspname <> 'information_schema'";
const NOT_OF_EXTENSION = (oid: string, catalog: string) =>
  `not exists (select from pg_depend d where d.classid = '${catalog}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;
const NAME = "format('%I.%I', n.nspname, c.relname)";

const QUERIES: Record<keyof Description, string> = {
  schemas: `select coalesce(json_agg(quote_ident(nspname) order by nspname), '[]') as found from pg_namespace where ${OWN}`,
  extensions: `select coalesce(json_agg(json_build_object('name', quote_ident(extname), 'schema', quote_ident(nspname)) order by extname), '[]') as found
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where extname <> 'plpgsql'`,
  enums: `select coalesce(json_agg(json_build_object('name', format('%I.%I', nspname, typname), 'values',
      (select json_agg(enumlabel order by enumsortorder) from pg_enum where enumtypid = t.oid)) order by nspname, typname), '[]') as found
    from pg_type t join pg_namespace n on n.oid = typnamespace where typtype = 'e' and ${OWN} and ${NOT_OF_EXTENSION('t.oid', 'pg_type')}`,
  // The sequence of an identity column comes with its column.
  sequences: `select coalesce(json_agg(json_build_object('name', ${NAME}, 'type', format_type(s.seqtypid, null),
      'sql', format('increment by %s minvalue %s maxvalue %s start with %s cache %s%s', seqincrement, seqmin, seqmax, seqstart, seqcache, case when seqcycle then ' cycle' else '' end),
      'ownedBy', (select format('%I.%I.%I', tn.nspname, tc.relname, a.attname) from pg_depend d
        join pg_class tc on tc.oid = d.refobjid join pg_namespace tn on tn.oid = tc.relnamespace
        join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'a' and d.refobjsubid > 0)) order by n.nspname, c.relname), '[]') as found
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_sequence s on s.seqrelid = c.oid
    where ${OWN} and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')`,
  tables: `select coalesce(json_agg(json_build_object('name', ${NAME},
      'columns', (select json_agg(json_build_object('name', quote_ident(attname), 'type', format_type(atttypid, atttypmod), 'notNull', attnotnull,
          'default', pg_get_expr(adbin, adrelid), 'identity', attidentity, 'generated', attgenerated <> '') order by attnum)
        from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
        where attrelid = c.oid and attnum > 0 and not attisdropped),
      'partitionKey', case when relkind = 'p' then pg_get_partkeydef(c.oid) end,
      'partitionOf', (select json_build_object('table', format('%I.%I', pn.nspname, p.relname), 'bound', pg_get_expr(c.relpartbound, c.oid))
        from pg_inherits join pg_class p on p.oid = inhparent join pg_namespace pn on pn.oid = p.relnamespace where inhrelid = c.oid),
      'options', reloptions) order by n.nspname, c.relname), '[]') as found
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where relkind in ('r', 'p') and relpersistence = 'p' and ${OWN} and ${NOT_OF_EXTENSION('c.oid', 'pg_class')}`,
  functions: `select coalesce(json_agg(json_build_object('name', p.oid::regprocedure::text, 'sql', pg_get_functiondef(p.oid)) order by nspname, proname, p.oid::regprocedure::text), '[]') as found
    from pg_proc p join pg_namespace n on n.oid = pronamespace where prokind in ('f', 'p') and ${OWN} and ${NOT_OF_EXTENSION('p.oid', 'pg_proc')}`,
  constraints: `select coalesce(json_agg(json_build_object('table', ${NAME}, 'name', quote_ident(conname), 'kind', contype, 'sql', pg_get_constraintdef(k.oid)) order by n.nspname, c.relname, conname), '[]') as found
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where contype in ('p', 'u', 'c', 'x', 'f') and ${OWN} and ${NOT_OF_EXTENSION('c.oid', 'pg_class')}
      and (contype <> 'f' or conparentid = 0) and (contype <> 'c' or conislocal)`,
  indexes: `select coalesce(json_agg(json_build_object('name', ${NAME}, 'sql', pg_get_indexdef(c.oid),
      'attachedTo', (select format('%I.%I', pn.nspname, p.relname) from pg_inherits join pg_class p on p.oid = inhparent join pg_namespace pn on pn.oid = p.relnamespace where inhrelid = c.oid),
      'ofConstraint', exists (select from pg_constraint k where k.conindid = c.oid and contype in ('p', 'u', 'x'))) order by n.nspname, c.relname), '[]') as found
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where relkind in ('i', 'I') and ${OWN} and ${NOT_OF_EXTENSION('c.oid', 'pg_class')}`,
  triggers: `select coalesce(json_agg(json_build_object('name', format('%I on %s', tgname, ${NAME}), 'sql', pg_get_triggerdef(t.oid)) order by n.nspname, c.relname, tgname), '[]') as found
    from pg_trigger t join pg_class c on c.oid = tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not tgisinternal and tgparentid = 0 and ${OWN} and ${NOT_OF_EXTENSION('c.oid', 'pg_class')}`,
};

/** Kinds of things that `describe` does not know. Nothing may be left out in silence, so there must be none. */
const UNKNOWN_KINDS = `
  select 'view ' || ${NAME} as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where relkind in ('v', 'm', 'f') and ${OWN} and ${NOT_OF_EXTENSION('c.oid', 'pg_class')}
  union all select 'unlogged table ' || ${NAME} from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where relkind in ('r', 'p') and relpersistence = 'u' and ${OWN}
  union all select 'type ' || format('%I.%I', nspname, typname) from pg_type t join pg_namespace n on n.oid = typnamespace
    left join pg_class c on c.oid = typrelid
    where (typtype in ('d', 'r', 'm') or (typtype = 'c' and c.relkind = 'c')) and ${OWN} and ${NOT_OF_EXTENSION('t.oid', 'pg_type')}
  union all select 'aggregate ' || p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = pronamespace
    where prokind in ('a', 'w') and ${OWN} and ${NOT_OF_EXTENSION('p.oid', 'pg_proc')}
  union all select 'policy ' || polname from pg_policy
  union all select 'rule ' || rulename from pg_rewrite r join pg_class c on c.oid = ev_class join pg_namespace n on n.oid = c.relnamespace
    where rulename <> '_RETURN' and ${OWN}
  union all select 'statistics ' || stxname from pg_statistic_ext
  union all select 'event trigger ' || evtname from pg_event_trigger e where ${NOT_OF_EXTENSION('e.oid', 'pg_event_trigger')}
  union all select 'text search configuration ' || cfgname from pg_ts_config c join pg_namespace n on n.oid = cfgnamespace where ${OWN} and ${NOT_OF_EXTENSION('c.oid', 'pg_ts_config')}
  union all select 'operator ' || oprname from pg_operator o join pg_namespace n on n.oid = oprnamespace where ${OWN} and ${NOT_OF_EXTENSION('o.oid', 'pg_operator')}
  union all select 'cast' from pg_cast k where k.oid >= 16384 and ${NOT_OF_EXTENSION('k.oid', 'pg_cast')}
  union all select 'large object ' || oid from pg_largeobject_metadata
  union all select 'inheriting table ' || ${NAME} from pg_inherits join pg_class c on c.oid = inhrelid join pg_namespace n on n.oid = c.relnamespace
    where relkind = 'r' and not relispartition`;

/**
 * Reads what the database is made of, by PostgreSQL's own words for it.
 * @throws Problem when there is something in it that this does not know.
 */
export async function describe(client: ClientBase): Promise<Description> {
  // So that every name in the definitions stands with its schema.
  await client.query("set local search_path = ''");
  const { rows } = await client.query<{ what: string }>(UNKNOWN_KINDS);
  if (rows.length > 0)
    throw new Problem(
      `This database has what only pg_dump can save: ${rows.map(({ what }) => what).join(', ')}.`,
      'Install the client programs of your PostgreSQL (postgresql-client), of the server’s version or newer.',
    );
  const described: Partial<Record<keyof Description, unknown>> = {};
  for (const [part, query] of Object.entries(QUERIES) as [keyof Description, string][])
    described[part] = (await client.query(query)).rows[0].found;
  return described as unknown as Description;
}
