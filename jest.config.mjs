/** Tests run as ES modules straight from the TypeScript source; `npm run build` is what checks the types. */
export default {
  rootDir: '.',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/libs/postgres/src/testing/jest-global-setup.ts',
  globalTeardown: '<rootDir>/libs/postgres/src/testing/jest-global-teardown.ts',
  // The first test that needs a database waits until its server is made, on a machine that may be busy.
  // Against hanging alone: a machine that others use as well is several times slower, and nothing here measures time.
  testTimeout: 300_000,
  testMatch: ['**/*.spec.ts'],
  // Trees that break the import rules on purpose hold files named like specs.
  testPathIgnorePatterns: ['/node_modules/', '/test/architecture/fixtures/'],
  // A process keeps what every module of every spec has left behind: two share the work, and each begins anew when it has grown.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^#([a-z-]+)/testing$': '<rootDir>/libs/$1/src/testing.ts',
    '^#([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
