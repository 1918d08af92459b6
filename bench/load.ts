/**
 * How fast the hub is, beside what this machine could do at most and beside the peer of issue 3: `npm run bench:load`.
 * `--data <folder>` keeps the seeded database for the next run, `--only thread,json` measures a part,
 * `--posts 1000000` shows that the cost stays flat.
 */
import { writeFileSync } from 'node:fs';
import { Ground } from './load/ground';
import { readOptions, type Options } from './load/options';
import { commit } from './load/processes';
import { report } from './load/report';
import { Run } from './load/run';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(options: Options): Promise<void> {
  const ground = await Ground.prepare(options, say);
  try {
    const run = new Run(ground, options, say);
    const figures = await run.all();
    say(`\n${report(figures)}\n`);
    const told = { commit: commit(), at: new Date().toISOString(), options, figures };
    if (options.json) writeFileSync(options.json, `${JSON.stringify(told, null, 2)}\n`);
  } finally {
    await ground.leave();
  }
}

main(readOptions()).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(2);
  },
);
