/** @type {import('jest').Config} */
const config = {
  // Tests run in the worker's own world, where packages and the built hub are loaded once: test/support/worker.
  testEnvironment: '<rootDir>/test/support/worker/environment.cjs',
  runtime: '<rootDir>/test/support/worker/runtime.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  transform: {},
  globalSetup: '<rootDir>/test/support/global-setup.cjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.cjs',
  reporters: ['default', '<rootDir>/test/support/closing-line.reporter.cjs'],
  testTimeout: 120_000, // tests never time: a busy machine is no failure
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB', // what stays of one file is let go of some time
  testSequencer: '<rootDir>/test/support/worker/sequencer.cjs',
};

export default config;
