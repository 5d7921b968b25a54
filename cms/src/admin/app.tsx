import type { StrapiApp } from '@strapi/strapi/admin';
import { NAMES_ES } from '../../shared/layouts';
import { choicesIn } from '../../shared/layouts/choices';
import { STAFF_PASSWORD_ES } from '../../shared/staff-password';
import { translateEditView, translateListView } from './layouts/translate-layouts';
import wordsEs from './words-es.json';

export default {
  config: {
    locales: ['es'],
    // Neither is asked for from a browser of the school: which Strapi is new, and Strapi's own lessons.
    notifications: { releases: false },
    tutorials: false,
    translations: {
      en: {
        ...choicesIn('en'),
        'app.components.LeftMenu.navbrand.title': 'Lumino',
        'Auth.form.welcome.title': 'Welcome to Lumino',
        'Auth.form.welcome.subtitle': 'Sign in to teach and to author',
      },
      es: {
        // What Strapi's own Spanish lacks, misspells, or says at more length than there is room for.
        ...wordsEs,
        ...NAMES_ES,
        ...Object.fromEntries(
          Object.entries(STAFF_PASSWORD_ES).map(([english, spanish]) => [`apiError.${english}`, spanish]),
        ),
        ...choicesIn('es'),
        'app.components.LeftMenu.navbrand.title': 'Lumino',
        'Auth.form.welcome.title': 'Te damos la bienvenida a Lumino',
        'Auth.form.welcome.subtitle': 'Entra para enseñar y para escribir',
      },
    },
  },
  bootstrap(app: StrapiApp) {
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', translateEditView as never);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', translateListView as never);
  },
};
