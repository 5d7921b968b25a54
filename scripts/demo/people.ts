import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/types';
import { ROOT } from '../paths.ts';
import { portraitSvg } from './art.ts';
import type { PictureStore } from './pictures.ts';

export interface People {
  password: string;
  showcase: {
    administrator: { email: string; name: string };
    editor: { email: string; name: string };
    registrar: { email: string; name: string };
    teacher: { email: string; name: string };
    graduate: { username: string };
    almost: { username: string; module: string };
  };
  teachers: {
    slug: string;
    firstname: string;
    lastname: string;
    email: string;
    hue: number;
    bio: string;
    bioEs: string;
  }[];
  students: { username: string; firstName: string; lastName: string; language: 'en' | 'es'; bio: string }[];
}

export const readPeople = (): People =>
  JSON.parse(readFileSync(path.join(ROOT, 'database', 'seeds', 'people.json'), 'utf8'));

/** An admin user with a role; one with this address is replaced. */
export async function createAdminUser(
  strapi: Core.Strapi,
  email: string,
  firstname: string,
  lastname: string,
  password: string,
  roleCode: string,
): Promise<{ id: number }> {
  const role = await strapi.db.query('admin::role').findOne({ where: { code: roleCode } });
  await strapi.db.query('admin::user').deleteMany({ where: { email } });
  const { user } = strapi.admin.services as Record<string, any>;
  return user.create({
    email,
    firstname,
    lastname,
    password,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
    preferedLanguage: 'en',
  });
}

/** @returns the documentIds of the teachers' profiles by slug, and of the students by username. */
export async function loadPeople(
  strapi: Core.Strapi,
  people: People,
  pictures: PictureStore,
): Promise<{ teachers: Map<string, string>; students: Map<string, string> }> {
  const { administrator, editor, registrar } = people.showcase;
  for (const [{ email, name }, role] of [
    [administrator, 'strapi-super-admin'],
    [editor, 'lumino-editor'],
    [registrar, 'lumino-registrar'],
  ] as const) {
    const [first = name, ...others] = name.split(' ');
    await createAdminUser(strapi, email, first, others.join(' '), people.password, role);
  }

  const teachers = new Map<string, string>();
  for (const { slug, firstname, lastname, email, hue, bio, bioEs } of people.teachers) {
    const user = await createAdminUser(strapi, email, firstname, lastname, people.password, 'lumino-teacher');
    const displayName = `${firstname} ${lastname}`;
    const avatar = await pictures.store(
      Buffer.from(portraitSvg(displayName, hue)),
      `${slug}.svg`,
      displayName,
    );
    const profile = await strapi.documents('api::teacher-profile.teacher-profile' as never).create({
      data: { displayName, slug, adminUser: user.id, avatar: avatar.id, bio, bioEs } as never,
    });
    teachers.set(slug, (profile as { documentId: string }).documentId);
  }

  const students = new Map<string, string>();
  for (const { bio, ...student } of people.students) {
    const user = await strapi.service('api::account.account' as never).signUp(
      {
        ...student,
        email: `${student.username}@students.lumino.example`,
        password: people.password,
      },
      { confirmed: true },
    );
    await strapi.db
      .query('api::student-profile.student-profile' as never)
      .update({ where: { userKey: user.documentId }, data: { bio } });
    students.set(student.username, user.documentId);
  }
  return { teachers, students };
}
