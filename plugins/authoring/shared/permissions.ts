/** Opens the pages of the plugin. What somebody may do with which module there, their permissions for content say. */
export const AUTHOR_ACTION = 'plugin::authoring.author';
