import 'reflect-metadata';
import { askSecret } from './ask-secret';
import { perform } from './verbs';

/** The command line for operators: `npm run hub -- <verb>`. */
void perform(process.argv.slice(2), {
  environment: process.env,
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  askSecret,
  ...(process.stderr.isTTY && { progress: drawBar }),
}).then((status) => process.exit(status));

const WIDTH = 40;

function drawBar(share: number): void {
  const done = Math.round(share * WIDTH);
  const bar = `${'█'.repeat(done)}${'░'.repeat(WIDTH - done)}`;
  process.stderr.write(`\r${bar} ${Math.floor(share * 100)} %${share < 1 ? '' : '\n'}`);
}
