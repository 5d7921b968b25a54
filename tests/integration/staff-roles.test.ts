import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { sql } from './cms.ts';

const ROOT = path.join(__dirname, '..', '..');
const CODE = 'lumino-registrar';

/** What every start does. @returns what it says */
function startAgain(): string {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/boot.mjs', 'stats'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL },
  });
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout + stderr;
}

interface Permission {
  id: number;
  action: string;
  conditions: string[];
}
const permissions = () =>
  sql<Permission>(
    `select p.id, p.action, p.conditions from admin_permissions p
     join admin_permissions_role_lnk l on l.permission_id = p.id join admin_roles r on r.id = l.role_id
     where r.code = $1 order by p.action`,
    [CODE],
  );
const actions = async () => (await permissions()).map(({ action }) => action);
const drop = (action: string) =>
  sql(
    `delete from admin_permissions where action = $2 and id in (select l.permission_id from admin_permissions_role_lnk l
     join admin_roles r on r.id = l.role_id where r.code = $1)`,
    [CODE, action],
  );
/** As an earlier version of Lumino left it: one that did not yet give, or gave with something else. */
const asGivenBefore = (change: (grants: Record<string, any[]>) => void) =>
  sql<{ value: string }>(
    "select value from strapi_core_store_settings where key = 'core_lumino_given_grants'",
  ).then(async ([row]) => {
    const grants = JSON.parse(row?.value as string);
    change(grants);
    await sql("update strapi_core_store_settings set value = $1 where key = 'core_lumino_given_grants'", [
      JSON.stringify(grants),
    ]);
  });

describe('the roles that the application makes and keeps', () => {
  let before: string[];
  beforeAll(async () => {
    before = await actions();
  });
  /** As it was made, whatever a test did to it. */
  afterAll(async () => {
    for (const action of await actions()) await drop(action);
    await asGivenBefore((grants) => {
      grants[CODE] = [];
    });
    startAgain();
    expect(await actions()).toEqual(before);
  }, 60_000);

  it('are an editor, a teacher and a registrar, and none of Strapi’s own that sees every mark (M6)', async () => {
    const codes = (await sql<{ code: string }>('select code from admin_roles')).map(({ code }) => code);
    expect(codes.sort()).toEqual(['lumino-editor', CODE, 'lumino-teacher', 'strapi-super-admin']);
    expect(before).toContain('plugin::certificates.read');
    expect(before.some((action) => action.includes('gradebook'))).toBe(false);
  });

  it('stay as they are at a further start, which says nothing', async () => {
    const rows = await permissions();
    expect(startAgain()).not.toContain('role');
    expect(await permissions()).toEqual(rows);
  }, 60_000);

  it('get what a new version brings, but what somebody changed stays, and is told at each start where it matters', async () => {
    const revoke = (await permissions()).find(({ action }) => action === 'plugin::certificates.revoke');
    // By hand: one taken away, one bound to a condition. By an older version: one not given, one given otherwise.
    await drop('plugin::certificates.export');
    await sql('update admin_permissions set conditions = $1 where id = $2', [
      JSON.stringify(['api::teaches-certified']),
      revoke?.id,
    ]);
    await drop('plugin::deliveries.cancel');
    await asGivenBefore((grants) => {
      const older = grants[CODE]?.filter(({ action }) => action !== 'plugin::deliveries.cancel') ?? [];
      grants[CODE] = older.map((grant) =>
        grant.action === revoke?.action ? { ...grant, conditions: ['admin::is-creator'] } : grant,
      );
    });
    for (let start = 0; start < 2; start += 1) {
      const said = startAgain();
      expect(said).toMatch(
        /The role Registrar was changed by hand and stays so.*: plugin::certificates.revoke\./,
      );
      expect(await actions()).toEqual(before.filter((action) => action !== 'plugin::certificates.export'));
      const now = (await permissions()).find(({ action }) => action === revoke?.action);
      expect(now).toEqual({ ...revoke, conditions: ['api::teaches-certified'] });
    }
  }, 90_000);
});
