import 'reflect-metadata';
import { askSecret } from './ask-secret';
import { perform } from './verbs';

/** The command line for operators: `npm run hub -- <verb>`. */
void perform(process.argv.slice(2), {
  environment: process.env,
  say: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  askSecret,
}).then((status) => process.exit(status));
