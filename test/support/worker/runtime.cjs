const { default: JestRuntime } = require('jest-runtime');
const { compileFunction } = require('node:vm');
const { load, forget, mapOf, HUB, TESTS } = require('./modules.cjs');

/** Runs test files in the worker's own world, and leaves the loading of all that they use to Node. */
module.exports = class Runtime extends JestRuntime {
  constructor(...given) {
    super(...given);
    const { executor } = this;
    executor.compile = (source, filename) =>
      compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  requireModule(from, name, ...how) {
    if (from !== this._testPath) return super.requireModule(from, name, ...how);
    globalThis.jest = this.jestGlobals.jestObjectFor(from);
    return load(from, name ?? from);
  }

  requireActual(from, name) {
    return load(from, name);
  }

  isolateModules(look) {
    const putBack = forget(...HUB, ...TESTS);
    try {
      look();
    } finally {
      putBack();
    }
  }

  getSourceMaps() {
    this.maps ??= { get: mapOf, [Symbol.iterator]: () => [][Symbol.iterator]() };
    return this.maps;
  }

  /** There is no other world whose modules would have to be kept apart. */
  installGetBuiltinModule() {}
};
