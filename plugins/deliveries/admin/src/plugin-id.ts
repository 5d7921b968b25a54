export const PLUGIN_ID = 'deliveries';
export const PAGES = `/plugins/${PLUGIN_ID}`;
