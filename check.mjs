// Everything that must hold before a change is taken in, as one list: npm run check.
// All of it runs, so that one look shows all that is wrong; the tests come last and close with
// "N passed, N failed", where a check that found something counts as one failed.
import { spawnSync } from 'node:child_process';

const CHECKS = [
  ['types', 'tsc --noEmit'],
  ['lint', 'eslint .'],
  ['architecture', 'depcruise src --config .dependency-cruiser.cjs'],
  ['unused code', 'knip'],
  ['format', 'prettier --check --log-level warn .'],
];
const TESTS = 'jest';

const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
const environment = { ...process.env, ...plain, PATH: `node_modules/.bin:${process.env.PATH}` };
const run = (command, options) => spawnSync(command, { shell: true, env: environment, ...options });

let failed = 0;
for (const [name, command] of CHECKS) {
  const start = Date.now();
  const { status, stdout, stderr } = run(command, { encoding: 'utf8' });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (status === 0) continue;
  failed += 1;
  console.log(`  ${command}\n${stdout}${stderr}`);
}
const tests = run(TESTS, { stdio: 'inherit', env: { ...environment, FAILED_CHECKS: String(failed) } });
process.exitCode = failed > 0 ? 1 : (tests.status ?? 1);
