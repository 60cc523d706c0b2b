/** One project per kind of test, so that a newcomer can run just one: `npx jest --selectProjects unit`. */
const base = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
      },
    ],
  },
  testEnvironment: 'node',
  injectGlobals: false,
};

const project = (displayName, folders, extra = {}) => ({
  ...base,
  displayName,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
  ...extra,
});

export default {
  maxWorkers: 2,
  projects: [
    project('unit', ['domain', 'app', 'panic', 'slack', 'http', 'config', 'repository']),
    project('sandbox', ['sandbox']),
    project('database', ['store', 'jobs']),
    project('journeys', ['journeys']),
    project('browser', ['browser']),
  ],
};
