export const PLUGIN_ID = 'certificates';
