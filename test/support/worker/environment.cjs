const { ModuleMocker } = require('jest-mock');
const { forget, HUB, TESTS } = require('./modules.cjs');

/** What a test file is told by `jest.setTimeout` and its like, and its tests. Packages keep things there too. */
const JEST_KEEPS = /^(JEST_STATE_SYMBOL|TEST_TIMEOUT_SYMBOL|EVENT_HANDLERS|WAIT_BEFORE_RETRY|\w*RETRY\w*)$/;

/**
 * The worker's own world, in which test files follow each other. What one of them leaves behind of its own (settings
 * of Jest and of the process, modules) is gone before the next.
 *
 * A file that needs modules of the hub that nobody has used before says so at its top:
 * `@jest-environment-options {"newHub": true}`.
 */
module.exports = class Environment {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;

  constructor({ projectConfig }) {
    this.newHub = projectConfig.testEnvironmentOptions.newHub === true;
    this.settings = { ...process.env };
    this.exit = process.exit;
    this.console = globalThis.console;
    this.folder = process.cwd();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return {};
  }

  async setup() {
    Error.stackTraceLimit = 25;
    forget(...TESTS);
    if (this.newHub) this.putBack = forget(...HUB);
  }

  async teardown() {
    this.putBack?.();
    for (const key of Object.getOwnPropertySymbols(globalThis))
      if (JEST_KEEPS.test(key.description)) Reflect.deleteProperty(globalThis, key);
    for (const name of Object.keys(process.env)) if (!(name in this.settings)) delete process.env[name];
    Object.assign(process.env, this.settings);
    process.exit = this.exit;
    process.chdir(this.folder);
    globalThis.console = this.console;
  }
};
