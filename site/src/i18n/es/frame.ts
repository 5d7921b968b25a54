import type { frame as english } from '../en/frame';

export const frame: typeof english = {
  siteName: 'Lumino',
  skip: 'Saltar al contenido',
  language: 'English',
  languageLabel: 'Switch to English',
  nav: {
    main: 'Principal',
    menu: 'Menú',
    catalog: 'Catálogo',
    modules: 'Mis módulos',
    certificates: 'Certificados',
    profile: 'Perfil',
    logIn: 'Iniciar sesión',
    signUp: 'Registrarse',
    logOut: 'Cerrar sesión',
  },
  home: {
    title: 'Te damos la bienvenida',
    welcome: '¡Únete a Lumino! La plataforma educativa genial',
    lead: 'Módulos cortos de personas que ejercen lo que enseñan. Lee, prueba, compruébalo; obtén una calificación y un certificado que cualquiera puede verificar.',
    catalog: 'Lo que puedes aprender',
    all: 'Ver todo el catálogo',
  },
  notFound: {
    title: 'Página no encontrada',
    text: 'No hay ninguna página en esta dirección. Quizá se movió, o nunca existió.',
    back: 'A la página de inicio',
  },
  forbidden: {
    title: 'Esto no está abierto para ti',
    lesson: 'Podrás leer esta lección cuando te inscribas en su módulo.',
    toModule: 'Ir al módulo',
  },
  unavailable: {
    title: 'Volvemos enseguida',
    text: 'Ahora mismo no se puede acceder a Lumino. No se ha perdido nada; inténtalo de nuevo en un minuto.',
  },
  theme: { legend: 'Apariencia', auto: 'Automática', light: 'Clara', dark: 'Oscura' },
  footer: {
    about:
      'Un centro de formación en línea: módulos cortos, calificaciones de docentes de verdad y certificados que cualquiera puede verificar.',
    learn: 'Aprender',
    all: 'Todos los módulos',
    mine: 'Tus módulos',
    proof: 'Certificados',
    issued: 'Tus certificados',
    verify: 'Verificar un certificado',
  },
  steps: {
    title: 'Cómo funciona',
    choose: 'Elige un módulo',
    chooseText: 'Mira qué enseña, quién lo imparte y cuánto dura. Inscríbete en uno o en varios a la vez.',
    learn: 'Aprende a tu ritmo',
    learnText:
      'Lecciones cortas con imágenes, código y preguntas para comprobar lo aprendido. Para cuando quieras y sigue desde ahí.',
    show: 'Demuestra lo que sabes',
    showText:
      'Un docente lee lo que has hecho y lo califica. Si apruebas, recibes un certificado por correo.',
  },
  proof: {
    title: 'Un certificado que cualquiera puede verificar',
    text: 'Cada uno lleva un código. Una empresa lo escribe aquí, o lo escanea, y en segundos ve a quién se emitió, por qué y si sigue siendo válido. Para eso no hace falta ninguna cuenta.',
    verify: 'Verificar un certificado',
  },
  trouble: {
    todo: 'Qué puedes hacer',
    checkAddress: 'Comprueba que la dirección está bien escrita.',
    tellSchool: 'Si te trajo hasta aquí un enlace de este sitio, dile a tu centro cuál.',
    toCatalog: 'Ver todos los módulos',
    toHome: 'A la página de inicio',
    again: 'Intentarlo de nuevo',
    failed: 'Algo ha fallado aquí',
    failedText:
      'No se ha podido crear esta página. No es culpa tuya, y lo que ya habías guardado está a salvo.',
    failedTell: 'Si vuelve a pasar, dile este número a tu centro; con él se encuentra la causa:',
    waiting: 'Espera un minuto e inténtalo de nuevo.',
    otherSite:
      'Este formulario no se envió desde este sitio, así que no se ha hecho nada. Abre la página aquí y vuelve a enviarlo.',
    typed: 'Si estabas escribiendo algo, vuelve con el botón «atrás» del navegador: muchas veces sigue ahí.',
  },
};
