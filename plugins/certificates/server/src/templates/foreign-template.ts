import { z } from 'zod';
import type { Snapshot } from '../../../shared/snapshot';
import type { Template, TemplatePage } from './template';

/** Stands for a template of somebody else whose pages are made already. */
export const foreignTemplate = ({ key, version }: Snapshot['template'], pages: TemplatePage[]): Template => ({
  key,
  version,
  name: { en: key, es: key },
  kinds: [],
  schema: z.unknown(),
  pages: () => pages,
});
