const transform = {
  '^.+\\.(m?[jt]sx?)$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2022',
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};
// These packages come as ES modules only; Jest wants them translated.
const ESM_ONLY = [
  'unified',
  'remark-[^/]+',
  'rehype-[^/]+',
  'mdast-[^/]+',
  'hast-[^/]+',
  'hastscript',
  'micromark[^/]*',
  'unist-[^/]+',
  'vfile[^/]*',
  'bail',
  'trough',
  'devlop',
  'zwitch',
  'ccount',
  'decode-named-character-reference',
  'character-entities[^/]*',
  'escape-string-regexp',
  'markdown-table',
  'longest-streak',
  'property-information',
  'space-separated-tokens',
  'comma-separated-tokens',
  'html-void-elements',
  'stringify-entities',
  'trim-lines',
  'is-plain-obj',
  'github-slugger',
  '@ungap/structured-clone',
  'shiki',
  '@shikijs/[^/]+',
  'oniguruma[^/]*',
  'regex[^/]*',
  'web-namespaces',
  'estree-[^/]+',
  '@digitalbazaar/[^/]+',
  'base58-universal',
  'base64url-universal',
  'ky',
  'qr',
  '@libpdf/[^/]+',
  '@noble/[^/]+',
  '@scure/[^/]+',
];
const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform,
  transformIgnorePatterns: [`/node_modules/(?!(.+/node_modules/)?(${ESM_ONLY.join('|')})/)`],
  modulePathIgnorePatterns: ['/dist/', '/\\.data/'],
  // What the package of this name gives out, without building it first.
  moduleNameMapper: {
    '^@lumino/strapi-plugin-certificates/templates$':
      '<rootDir>/plugins/certificates/server/src/extensions/drawing.ts',
  },
};

export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{cms/src,plugins/*/{server,admin,shared},site/src,scripts,tests/rendering,tests/credential,tests/storage,tests/extensions}/**/*.test.{ts,tsx}',
      ],
    },
    {
      ...common,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/patience.ts'],
    },
    {
      ...common,
      displayName: 'faults',
      testMatch: ['<rootDir>/tests/faults/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'config',
      testMatch: ['<rootDir>/tests/config/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'ops',
      testMatch: ['<rootDir>/tests/ops/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'security',
      testMatch: ['<rootDir>/tests/security/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/patience.ts'],
    },
    {
      ...common,
      displayName: 'launcher',
      testMatch: ['<rootDir>/tests/launcher/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/patience.ts'],
    },
    {
      ...common,
      displayName: 'packed',
      testMatch: ['<rootDir>/tests/packed/*.test.ts'],
      globalSetup: '<rootDir>/tests/packed/set-up.ts',
      globalTeardown: '<rootDir>/tests/packed/tear-down.ts',
      setupFilesAfterEnv: ['<rootDir>/tests/patience.ts'],
    },
  ],
};
