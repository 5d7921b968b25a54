export const PLUGIN_ID = 'home';
