/** One project per kind of test, so that a newcomer can run just one: `npx jest --selectProjects unit`. */
const base = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2022',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  testEnvironment: 'node',
  injectGlobals: false,
};

/** One PostgreSQL server for the whole run, for those that need one. */
const withPostgres = {
  globalSetup: '<rootDir>/test/support/postgres-setup.mjs',
  globalTeardown: '<rootDir>/test/support/postgres-teardown.mjs',
};

const project = (displayName, folders, extra = {}) => ({
  ...base,
  displayName,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
  ...extra,
});

export default {
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/support/slowest-first.mjs',
  // A test that waits for something says so itself; this only catches what hangs, also on a busy machine.
  testTimeout: 20_000,
  projects: [
    project('unit', ['domain', 'app', 'panic', 'slack', 'http', 'config', 'repository']),
    project('sandbox', ['sandbox']),
    project('database', ['store', 'jobs'], withPostgres),
    project('journeys', ['journeys'], withPostgres),
    project('browser', ['browser']),
  ],
};
