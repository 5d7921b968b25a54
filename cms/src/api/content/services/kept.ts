import type { Core } from '@strapi/types';
import { createKeptContent } from '../../../content/kept-content';

/** As JSON. Some hundred lessons with their texts, and every module. */
const MAX_BYTES = 24_000_000;

/** Published content in the memory of this process. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const content = createKeptContent(MAX_BYTES);
  return {
    /** What `load` gives at the current revision; see `KeptContent`. Of everybody: nothing of one reader goes in here. */
    async get<Value>(key: string, load: () => Promise<Value>): Promise<Value> {
      return content.get(await strapi.service('api::content.revision').current(), key, load);
    },
  };
};
