// Everything that must hold before a change is taken in, as one list: npm run check.
// All of it runs, so that one look shows all that is wrong; the tests come last and close with
// "N passed, N failed", where a check that found something counts as one failed.
import { spawn, spawnSync } from 'node:child_process';

// Lint takes about as long as all the others together: the two lists run beside each other.
const CHECKS = [
  [['lint', 'eslint .']],
  [
    ['types', 'tsc --noEmit'],
    ['architecture', 'depcruise src --config .dependency-cruiser.cjs'],
    ['unused code', 'knip'],
    ['format', 'prettier --check --log-level warn .'],
  ],
];
const TESTS = 'jest';

const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
const environment = { ...process.env, ...plain, PATH: `node_modules/.bin:${process.env.PATH}` };

/** @returns {Promise<{ status: number | null, output: string }>} */
const run = (command) =>
  new Promise((done) => {
    const started = spawn(command, { shell: true, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [started.stdout, started.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    started.on('close', (status) => done({ status, output }));
  });

let failed = 0;
async function check(list) {
  for (const [name, command] of list) {
    const start = Date.now();
    const { status, output } = await run(command);
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
    if (status === 0) continue;
    failed += 1;
    console.log(`  ${command}\n${output}`);
  }
}

await Promise.all(CHECKS.map(check));
const tests = spawnSync(TESTS, {
  shell: true,
  stdio: 'inherit',
  env: { ...environment, FAILED_CHECKS: String(failed) },
});
process.exitCode = failed > 0 ? 1 : (tests.status ?? 1);
