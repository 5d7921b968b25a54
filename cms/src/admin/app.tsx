import type { StrapiApp } from '@strapi/strapi/admin';

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
        'app.components.LeftMenu.navbrand.title': 'Lumino',
        'Auth.form.welcome.title': 'Te damos la bienvenida a Lumino',
        'Auth.form.welcome.subtitle': 'Entra para enseñar y para escribir',
      },
    },
  },
  bootstrap(_app: StrapiApp) {},
};
