export const PLUGIN_ID = 'sample-plugin';
