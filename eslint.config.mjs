import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const ROOMS = [
  'administration',
  'intake',
  'eligibility',
  'issuance',
  'rendering',
  'credential',
  'signing',
  'storage',
  'delivery',
  'verification',
];
const CERTIFICATES = 'plugins/certificates/server/src';

/** No arrow goes back: a room knows the rooms to its right by their types only, and those to its left not at all. */
const roomZones = ROOMS.map((room, index) => ({
  files: [`${CERTIFICATES}/${room}/**/*.ts`],
  ignores: ['**/*.test.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^\\.\\./(${ROOMS.slice(0, index).join('|') || 'none'})/`,
            allowTypeImports: true,
            message: `${room}/ stands to the right of this room: only its types may be known here.`,
          },
          ...(['eligibility', 'rendering', 'credential'].includes(room)
            ? [{ group: ['@strapi/*'], message: `${room}/ is pure: it knows no Strapi.` }]
            : []),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.data/**',
      'cms/types/**',
      'cms/public/**',
      'site/.astro/**',
      '**/.strapi/**',
      'database/seeds/**',
      '**/*.astro',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        __filename: 'readonly',
        __dirname: 'readonly',
      },
    },
    rules: {
      // Strapi's contexts and rows are untyped at this version; the contracts type what goes in and out.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-undef': 'off',
    },
  },
  ...roomZones,
  {
    files: ['plugins/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Configuration is parsed once, at boot: read it from strapi.config.',
        },
      ],
    },
  },
  {
    files: ['plugins/{certificates,jobs,monitoring}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Literal[value=/^api::/]',
          message: 'This plugin stands alone: it names no content type of an application.',
        },
      ],
    },
  },
  {
    files: ['site/src/**/*.ts'],
    ignores: ['site/src/lib/cms/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: '(cms|plugins)/.*shared/', message: 'Only src/lib/cms speaks to the cms.' }] },
      ],
    },
  },
);
