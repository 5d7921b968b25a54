import path from 'node:path';
import type { APIRequestContext } from '@playwright/test';
import { readPeople } from '../demo/people.ts';
import { Problem } from '../problem.ts';
import { savePicture } from './save-picture.ts';

const CURE = 'After 429 wait five minutes, since Strapi counts log-ins; after anything else see cms.log.';
/** Pixels, from sharp to coarse. */
const WIDTHS = [900, 800, 700, 600, 500];

const DESIGNS = [
  { name: 'design-module-classical', kind: 'module', template: { key: 'module-certificate', options: {} } },
  {
    name: 'design-module-modern',
    kind: 'module',
    template: { key: 'module-certificate-modern', options: {} },
  },
  {
    name: 'design-module-modern-portrait',
    kind: 'module',
    template: { key: 'module-certificate-modern', options: { orientation: 'portrait' } },
  },
  { name: 'design-grade', kind: 'grade', template: { key: 'grade-certificate', options: {} } },
];

/** What a school with two signatures would get, drawn by the preview of the settings; nothing is saved. */
export async function takeDesigns(api: APIRequestContext, cmsUrl: string, folder: string): Promise<void> {
  const { password, showcase } = readPeople();
  const ask = async (method: 'GET' | 'POST', address: string, data?: object, token = '') => {
    const headers = { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await api.fetch(`${cmsUrl}${address}`, { method, headers, ...(data && { data }) });
    if (!response.ok()) throw new Problem(`${address} answered ${response.status()}.`, CURE);
    return (await response.json()).data;
  };
  const { token } = await ask('POST', '/admin/login', { email: showcase.administrator.email, password });
  const { settings } = await ask('GET', '/certificates/settings', undefined, token);
  settings.branding.signatures = [
    { name: 'Ada Moreno', title: 'Head of studies', picture: null },
    { name: 'Robin Castle', title: 'Director', picture: null },
  ];
  for (const { name, ...design } of DESIGNS) {
    const draw = WIDTHS.map((width) => async () => {
      const body = { settings, ...design, sample: 'usual', language: 'en', as: 'png', width };
      return Buffer.from(
        (await ask('POST', '/certificates/settings/preview', body, token)).content,
        'base64',
      );
    });
    await savePicture(path.join(folder, `${name}.png`), draw);
  }
}
