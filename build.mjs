// Builds the hub into dist/: server code by `nest build`, browser scripts and styles by esbuild.
//   node build.mjs               everything
//   node build.mjs --if-needed   only when a source is newer than the last build
//   node build.mjs --assets      scripts and styles only (tests)
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const flags = new Set(process.argv.slice(2));
const stamp = 'dist/.built';
const assets = 'dist/assets';

const modified = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newest(folder) {
  return Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => modified(join(entry.parentPath, entry.name))),
  );
}

function fresh() {
  const sources = Math.max(newest('src'), ...['package-lock.json', '.swcrc', 'nest-cli.json', 'build.mjs'].map(modified));
  return modified(stamp) > sources;
}

function buildServer() {
  const nest = join('node_modules', '.bin', 'nest');
  const result = spawnSync(nest, ['build'], { stdio: ['ignore', flags.has('--quiet') ? 'ignore' : 'inherit', 'inherit'] });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

async function buildAssets() {
  rmSync(assets, { recursive: true, force: true });
  const scripts = readdirSync('src/ui/browser')
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('src/ui/browser', name));
  const result = await build({
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
  const manifest = {};
  for (const [file, { entryPoint }] of Object.entries(result.metafile.outputs)) {
    if (!entryPoint) continue;
    const name = basename(entryPoint).replace(/\.(ts|css)$/, '');
    manifest[name] = `/assets/${basename(file)}`;
  }
  mkdirSync(assets, { recursive: true });
  writeFileSync(join(assets, 'manifest.json'), JSON.stringify(manifest, null, 2));
}

if (flags.has('--if-needed') && fresh()) process.exit(0);
if (!flags.has('--assets')) {
  if (!flags.has('--quiet')) console.log('Building the hub …');
  buildServer();
}
await buildAssets();
if (!flags.has('--assets')) writeFileSync(stamp, new Date().toISOString());
