import { type Ask, LESSONS, MODULES, type Reached } from './staff-access/attempts.ts';
import { CERTIFICATES, DELIVERIES, ENROLLMENTS, GRADES } from './staff-access/attempts-with-students.ts';
import { EXPECTED, type Resource } from './staff-access/expected.ts';
import {
  bearerOf,
  closeSchool,
  openSchool,
  type Role,
  ROLES,
  type School,
  TARGETS,
} from './staff-access/school.ts';
import { cms } from './cms.ts';

const ATTEMPTS: Record<Resource, Record<string, Reached>> = {
  module: MODULES,
  lesson: LESSONS,
  enrollment: ENROLLMENTS,
  grade: GRADES,
  certificate: CERTIFICATES,
  delivery: DELIVERIES,
};

/** One row of the table that is printed. */
type Row = { resource: Resource; action: string } & Record<Role, string>;

describe('what each role reaches through the admin’s API, of one’s own and of others (L3, M6, P6)', () => {
  let school: School;
  const asked = {} as Record<Role, Ask>;
  const table: Row[] = [];

  beforeAll(async () => {
    school = await openSchool();
    for (const role of ROLES) {
      const bearer = await bearerOf(role, school);
      asked[role] = async (method, path, body) => {
        const request = cms()[method](path);
        if (bearer) request.set('Authorization', bearer);
        return body ? request.send(body) : request;
      };
    }
  }, 120_000);

  afterAll(async () => {
    console.log(printed(table));
    await closeSchool();
  });

  it('every attempt of every resource is expected to go some way', () => {
    for (const resource of Object.keys(ATTEMPTS) as Resource[])
      expect(Object.keys(EXPECTED[resource]).sort()).toEqual(Object.keys(ATTEMPTS[resource]).sort());
  });

  it('the home page counts for a teacher what they can list, and for an administrator all of it', async () => {
    const counted = async (role: Role): Promise<number> => {
      const { body } = await asked[role]('get', '/content-manager/homepage/count-documents');
      return body.data.draft + body.data.published + body.data.modified;
    };
    let listed = 0;
    for (const type of ['module', 'lesson', 'enrollment', 'grade', 'lesson-progress']) {
      const path = `/content-manager/collection-types/api::${type}.${type}?pageSize=1`;
      listed += (await asked.teacher('get', path)).body.pagination.total;
    }
    expect(await counted('teacher')).toBe(listed);
    expect(await counted('administrator')).toBeGreaterThan(listed);
  });

  const cases = (Object.keys(ATTEMPTS) as Resource[]).flatMap((resource) =>
    Object.keys(ATTEMPTS[resource]).map((action) => [resource, action] as const),
  );
  it.each(cases)('%s: %s', async (resource, action) => {
    const row = { resource, action } as Row;
    for (const role of ROLES) {
      const reached = (await ATTEMPTS[resource][action]?.(asked[role], school)) ?? [];
      row[role] = TARGETS.filter((target) => reached.includes(target)).join('+') || '-';
    }
    table.push(row);
    const { resource: _resource, action: _action, ...found } = row;
    const expected = EXPECTED[resource][action]?.split(/\s+/) ?? [];
    const reaches = (index: number): string => (expected[index] ?? '-').replace('both', TARGETS.join('+'));
    expect(found).toEqual(Object.fromEntries(ROLES.map((role, index) => [role, reaches(index)])));
  });
});

function printed(table: Row[]): string {
  const columns = ['resource', 'action', ...ROLES] as const;
  const widths = columns.map((column) => Math.max(column.length, ...table.map((row) => row[column].length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ');
  return [line(columns), ...table.map((row) => line(columns.map((column) => row[column])))].join('\n');
}
