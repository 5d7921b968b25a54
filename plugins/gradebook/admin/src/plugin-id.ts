export const PLUGIN_ID = 'gradebook';
