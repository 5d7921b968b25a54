import type { Core } from '@strapi/types';
import { LAYOUTS } from '../../shared/layouts';
import type { ContentLayout } from '../../shared/layouts/layout';
import { arrange, isAsArranged, isUntouched, type Configuration } from './arrange';

const KEY = 'arranged_content';

/**
 * Arranges the forms and lists of Strapi's own pages for people, once for each layout that is new here. What an
 * administrator has arranged by hand stays, also when a later version brings another layout.
 */
export async function arrangeContent(strapi: Core.Strapi, layouts = LAYOUTS): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'lumino' });
  const arranged = ((await store.get({ key: KEY })) ?? {}) as Record<string, ContentLayout>;
  const before = JSON.stringify(arranged);
  for (const layout of layouts) {
    const last = arranged[layout.uid];
    const isComponent = !layout.uid.includes('::');
    const manager = strapi.plugin('content-manager');
    const service = manager.service(isComponent ? 'components' : 'content-types');
    const model = isComponent ? service.findComponent(layout.uid) : service.findContentType(layout.uid);
    const { settings, metadatas, layouts: rows, ...rest } = await service.findConfiguration(model);
    const current: Configuration = { settings, metadatas, layouts: rows };
    const untouched = isUntouched(current, isComponent);
    // Another process that starts at the same time may write what it read before: then it is as Strapi makes it again.
    if (JSON.stringify(last) === JSON.stringify(layout) && !untouched) continue;
    if (untouched || (last && isAsArranged(current, last))) {
      const { uid: _uid, category: _category, ...options } = rest;
      await service.updateConfiguration(model, {
        ...options,
        ...arrange(current, layout, hiddenFields(strapi, layout.uid)),
      });
    } else {
      strapi.log.info(`${layout.uid} was arranged by hand in the admin and stays as it is`);
    }
    arranged[layout.uid] = layout;
  }
  if (JSON.stringify(arranged) !== before) await store.set({ key: KEY, value: arranged });
}

/** Fields that a schema says are not for people. */
function hiddenFields(strapi: Core.Strapi, uid: string): string[] {
  const { attributes } = strapi.getModel(uid as never) as { attributes: Record<string, any> };
  return Object.entries(attributes)
    .filter(([, { pluginOptions }]) => pluginOptions?.['content-manager']?.visible === false)
    .map(([name]) => name);
}
