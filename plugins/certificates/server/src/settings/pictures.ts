import type { Core } from '@strapi/types';
import type { PicturesService } from '../pictures/pictures-service';

export const picturesOf = (strapi: Core.Strapi): PicturesService =>
  strapi.plugin('certificates').service('pictures');
