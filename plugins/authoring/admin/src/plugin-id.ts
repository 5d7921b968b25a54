export const PLUGIN_ID = 'authoring';
