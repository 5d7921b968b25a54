export const PLUGIN_ID = 'certificates';
export const SETTINGS_PATH = `/settings/${PLUGIN_ID}`;
