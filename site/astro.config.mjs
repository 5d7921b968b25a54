import node from '@astrojs/node';
import { defineConfig, envField } from 'astro/config';

/** Astro makes no page of a file whose path has an underscore in front. */
const health = {
  name: 'health',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      for (const kind of ['live', 'ready'])
        injectRoute({ pattern: `/_health/${kind}`, entrypoint: `./src/health/${kind}.ts` });
    },
  },
};

/**
 * The server is one bundle: the workspace's other packages bring other versions of what Astro imports. Not while it is
 * watched: Vite runs modules one by one there, and those of CommonJS only from outside.
 */
const oneBundle = {
  name: 'one-bundle',
  hooks: {
    'astro:config:setup': ({ command, updateConfig }) => {
      if (command === 'build')
        updateConfig({ vite: { ssr: { noExternal: true, external: ['sharp', '@sentry/node'] } } });
    },
  },
};

/** The adapter for Node, whose server is our own: src/server/main.ts. */
function nodeWithOwnServer() {
  const adapter = node({ mode: 'middleware' });
  const done = adapter.hooks['astro:config:done'];
  adapter.hooks['astro:config:done'] = (options) =>
    done({
      ...options,
      setAdapter: (own) =>
        options.setAdapter({ ...own, serverEntrypoint: new URL('./src/server/main.ts', import.meta.url) }),
    });
  return adapter;
}

export default defineConfig({
  output: 'server',
  integrations: [health, oneBundle],
  adapter: nodeWithOwnServer(),
  trailingSlash: 'never',
  // The Content-Security-Policy allows files of our own alone: nothing may be written into the page.
  build: { inlineStylesheets: 'never' },
  // Done in the middleware, by Origin and Host: this check would need the site's address when it is built.
  security: { checkOrigin: false },
  // No file is small enough to be written into a page, either.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  env: {
    schema: {
      CMS_URL: envField.string({ context: 'server', access: 'secret', default: 'http://127.0.0.1:1337' }),
      // Of the admin, which may show previews inside itself.
      CMS_PUBLIC_URL: envField.string({
        context: 'server',
        access: 'secret',
        default: 'http://localhost:1337',
      }),
      SITE_URL: envField.string({ context: 'server', access: 'secret', default: 'http://localhost:4321' }),
      SITE_SECRET: envField.string({ context: 'server', access: 'secret', default: '' }),
      SECURITY_CONTACT: envField.string({ context: 'server', access: 'secret', default: '' }),
      MAIL_REPLY_TO: envField.string({ context: 'server', access: 'secret', default: '' }),
      PROXY_HOPS: envField.number({ context: 'server', access: 'secret', int: true, min: 0, default: 0 }),
    },
  },
});
