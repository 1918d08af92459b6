/**
 * How a worker of the tests loads code: as Node does, and once. Packages and the built hub stay loaded from one test
 * file to the next, as they stay in a running hub; what belongs to the tests (test/**) is new for each file.
 */
const { transformSync } = require('@swc/core');
const fs = require('node:fs');
const Module = require('node:module');
const { tmpdir } = require('node:os');
const path = require('node:path');

const ROOT = path.join(__dirname, '../../..');
const SOURCE = path.join(ROOT, 'src') + path.sep;
const BUILT = path.join(ROOT, 'dist') + path.sep;
const TESTS = path.join(ROOT, 'test') + path.sep;
const TYPESCRIPT = /\.tsx?$/;

const swcrc = JSON.parse(fs.readFileSync(path.join(ROOT, '.swcrc'), 'utf8'));
const compiled = new Map();

/** Source that the build compiled already is not compiled again; code for browsers is not built for us. */
function builtFrom(file) {
  if (!file.startsWith(SOURCE) || !TYPESCRIPT.test(file)) return file;
  const built = BUILT + file.slice(SOURCE.length).replace(TYPESCRIPT, '.js');
  return fs.existsSync(built) ? built : file;
}

function compile(file) {
  if (!compiled.has(file)) {
    const source = fs.readFileSync(file, 'utf8');
    compiled.set(file, transformSync(source, { ...swcrc, swcrc: false, filename: file, sourceMaps: true }));
  }
  return compiled.get(file).code;
}

for (const extension of ['.ts', '.tsx'])
  Module._extensions[extension] = (module, file) => module._compile(compile(file), file);

const resolve = Module._resolveFilename;
Module._resolveFilename = function (...asked) {
  return builtFrom(resolve.apply(this, asked));
};

const loaded = (folders) =>
  Object.keys(require.cache).filter((file) => folders.some((folder) => file.startsWith(folder)));
const runner = __dirname + path.sep;

/** Where the map of a compiled file lies, for who reads a stack. */
exports.mapOf = function (file) {
  const { map } = compiled.get(file) ?? {};
  if (!map) return undefined;
  const place = path.join(process.env.TEST_FOLDER ?? tmpdir(), `${path.basename(file)}.${process.pid}.map`);
  fs.writeFileSync(place, map);
  return place;
};

/** Loads a module as `from` would. */
exports.load = (from, name) => Module.createRequire(from)(name);

/** The next time these modules are asked for, they are new. @returns puts back what was loaded before */
exports.forget = function (...folders) {
  const before = loaded(folders)
    .filter((file) => !file.startsWith(runner))
    .map((file) => [file, require.cache[file]]);
  for (const [file] of before) delete require.cache[file];
  return () => {
    for (const file of loaded(folders).filter((each) => !each.startsWith(runner))) delete require.cache[file];
    for (const [file, module] of before) require.cache[file] = module;
  };
};

exports.HUB = [SOURCE, BUILT];
exports.TESTS = [TESTS];
