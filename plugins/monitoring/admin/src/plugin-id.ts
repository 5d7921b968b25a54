export const PLUGIN_ID = 'monitoring';
