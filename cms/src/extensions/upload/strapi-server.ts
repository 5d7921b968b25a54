import { guard, type GuardedRoute, holding } from '../../bounds/guard-routes';
import { drawRenditions, type UploadedFile } from '../../media/renditions';

type ImageManipulation = {
  generateResponsiveFormats(file: UploadedFile): Promise<unknown[]>;
};
type Plugin = {
  services: Record<string, unknown> & { 'image-manipulation': ImageManipulation };
  routes: { admin: { routes: GuardedRoute[] } };
};

/**
 * Pictures get WebP renditions in the widths the site asks for, where Strapi would draw smaller ones in the format of the
 * original: a PNG of a drawing weighs many times as much. Thumbnails for the admin stay Strapi's.
 *
 * Many files at once are changed by whom they belong to (L3).
 */
export default (plugin: Plugin): Plugin => {
  plugin.services['image-manipulation'] = {
    ...plugin.services['image-manipulation'],
    generateResponsiveFormats: drawRenditions,
  };
  const { routes } = plugin.routes.admin;
  guard(routes, 'POST', '/actions/bulk-delete', 'global::own-files');
  guard(routes, 'POST', '/actions/bulk-move', 'global::own-files');
  guard(routes, 'PUT', '/folders/:id', 'global::own-files');
  // The server fetches what it is given, and its check of the address does not follow redirects: no tool for all staff.
  guard(routes, 'POST', '/actions/upload-from-urls', holding('plugin::upload.settings.read'));
  return plugin;
};
