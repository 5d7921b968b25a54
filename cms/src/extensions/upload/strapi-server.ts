import { drawRenditions, type UploadedFile } from '../../media/renditions';

type ImageManipulation = {
  generateResponsiveFormats(file: UploadedFile): Promise<unknown[]>;
};
type Plugin = { services: Record<string, unknown> & { 'image-manipulation': ImageManipulation } };

/**
 * Pictures get WebP renditions in the widths the site asks for, where Strapi would draw smaller ones in the format of the
 * original: a PNG of a drawing weighs many times as much. Thumbnails for the admin stay Strapi's.
 */
export default (plugin: Plugin): Plugin => {
  plugin.services['image-manipulation'] = {
    ...plugin.services['image-manipulation'],
    generateResponsiveFormats: drawRenditions,
  };
  return plugin;
};
