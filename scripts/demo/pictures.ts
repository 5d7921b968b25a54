import { createRequire } from 'node:module';
import path from 'node:path';
import { CMS } from '../paths.ts';

export interface PictureStore {
  store(source: Buffer, name: string, alternativeText: string): Promise<{ id: number; url: string }>;
}

/** The face the demo's drawings are set in, as it comes from npm. */
export function drawingFonts(): string[] {
  const { resolve } = createRequire(path.join(CMS, '..', 'plugins', 'certificates', 'package.json'));
  return ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map((file) =>
    resolve(`@expo-google-fonts/inter/${file}`),
  );
}

/** The cms's own picture store, from its build. */
export function openPictureStore(strapi: unknown): PictureStore {
  const { createPictureStore } = createRequire(import.meta.url)(
    path.join(CMS, 'dist', 'src', 'courses', 'pictures.js'),
  );
  return createPictureStore(strapi, drawingFonts());
}
