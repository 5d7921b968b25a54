import type { StrapiApp } from '@strapi/strapi/admin';
import { NAMES_ES } from '../../shared/layouts';
import { EASY_TO_GUESS, EASY_TO_GUESS_ES } from '../../shared/staff-password';
import { translateEditView, translateListView } from './layouts/translate-layouts';

export default {
  config: {
    locales: ['es'],
    translations: {
      en: {
        'app.components.LeftMenu.navbrand.title': 'Lumino',
        'Auth.form.welcome.title': 'Welcome to Lumino',
        'Auth.form.welcome.subtitle': 'Sign in to teach and to author',
      },
      es: {
        ...NAMES_ES,
        [`apiError.${EASY_TO_GUESS}`]: EASY_TO_GUESS_ES,
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
