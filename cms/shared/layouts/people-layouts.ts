import type { ContentLayout } from './layout';

export const peopleLayouts: ContentLayout[] = [
  {
    uid: 'api::teacher-profile.teacher-profile',
    title: 'displayName',
    sort: ['displayName', 'ASC'],
    pageSize: 50,
    list: ['avatar', 'displayName', 'adminUser', 'slug'],
    fields: {
      displayName: { en: ['Name'], es: ['Nombre'] },
      slug: {
        en: ['Address', 'Small letters, digits and dashes'],
        es: ['Dirección', 'Minúsculas, cifras y guiones'],
      },
      adminUser: {
        en: ['Account', 'Who signs in here as this teacher'],
        es: ['Cuenta', 'Quien entra aquí como este docente'],
        shows: 'email',
      },
      avatar: { en: ['Picture'], es: ['Imagen'] },
      bio: { en: ['About (English)', 'Public'], es: ['Presentación (inglés)', 'Pública'] },
      bioEs: { en: ['About (Spanish)', 'Public'], es: ['Presentación (español)', 'Pública'] },
      modules: { en: ['Modules'], es: ['Módulos'], shows: 'name' },
    },
    edit: [
      [
        ['displayName', 6],
        ['slug', 6],
      ],
      [
        ['adminUser', 6],
        ['avatar', 6],
      ],
      [
        ['bio', 6],
        ['bioEs', 6],
      ],
      [['modules', 12]],
    ],
  },
  {
    uid: 'api::student-profile.student-profile',
    title: 'title',
    sort: ['title', 'ASC'],
    pageSize: 50,
    list: ['avatar', 'title', 'bio'],
    fields: {
      title: { en: ['Name'], es: ['Nombre'], readOnly: true },
      user: { en: ['Student'], es: ['Estudiante'], shows: 'username' },
      avatar: { en: ['Picture'], es: ['Imagen'] },
      bio: { en: ['About'], es: ['Presentación'] },
    },
    edit: [
      [
        ['user', 6],
        ['avatar', 6],
      ],
      [['bio', 12]],
    ],
  },
];
