// Builds the hub into dist/: server code by `nest build`, browser scripts and styles by esbuild.
//   node build.mjs               everything
//   node build.mjs --if-needed   only when a source is newer than the last build
//   node build.mjs --assets      scripts and styles only (tests)
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const flags = new Set(process.argv.slice(2));
const stamp = 'dist/.built';
const assets = 'dist/assets';

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Folders count too: their time tells that a file was removed. */
function newest(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Math.max(modified(folder), ...entries.map((entry) => modified(join(entry.parentPath, entry.name))));
}

function fresh() {
  const others = ['package-lock.json', 'tsconfig.json', '.swcrc', 'nest-cli.json', 'build.mjs'];
  return modified(stamp) > Math.max(newest('src'), ...others.map(modified));
}

function buildServer() {
  const nest = join('node_modules', '.bin', 'nest');
  const result = spawnSync(nest, ['build'], {
    stdio: ['ignore', flags.has('--quiet') ? 'ignore' : 'inherit', 'inherit'],
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** The names carry a hash of the content; what is no longer made is removed last, for who still reads it. */
async function buildAssets() {
  const { build } = await import('esbuild');
  const scripts = readdirSync('src/ui/browser')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src/ui/browser', name));
  const { metafile } = await build({
    entryPoints: [...scripts, 'src/ui/styles/polylog.css'],
    outdir: assets,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
    loader: { '.woff2': 'file' },
    metafile: true,
    logLevel: 'warning',
  });
  const outputs = Object.entries(metafile.outputs).map(([file, { entryPoint }]) => [
    basename(file),
    entryPoint,
  ]);
  const named = outputs
    .filter(([, entryPoint]) => entryPoint)
    .map(([file, entryPoint]) => [basename(entryPoint).replace(/\.(ts|css)$/, ''), `/assets/${file}`]);
  mkdirSync(assets, { recursive: true });
  writeFileSync(join(assets, 'manifest.json'), JSON.stringify(Object.fromEntries(named), null, 2));
  const made = new Set(['manifest.json', ...outputs.map(([file]) => file)]);
  for (const file of readdirSync(assets)) if (!made.has(file)) rmSync(join(assets, file), { force: true });
}

if (flags.has('--if-needed') && fresh()) process.exit(0);
const started = new Date();
if (!flags.has('--assets')) {
  if (!flags.has('--quiet')) console.log('Building the hub …');
  buildServer();
}
await buildAssets();
if (!flags.has('--assets')) {
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started); // what is saved while we build is newer
}
