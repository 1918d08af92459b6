import { once } from 'node:events';
import { startBeside } from './beside';
import { processorTime, serverTime } from './processes';
import type { Hits, Volley } from './volley';

/** What is measured beside the generator's own figures. */
export interface Watched {
  /** The process that answers. */
  web: number;
  /** The PostgreSQL behind it, where it is on this machine. */
  postgres?: number;
}

export interface Shots extends Hits {
  /** Milliseconds of processor time of the process that answers, and of its database, for one request. */
  processor: number;
  databaseProcessor: number;
}

/** Lets a generator in a process of its own fire at a server. */
export async function fire(volley: Volley, { web, postgres }: Watched): Promise<Shots> {
  const generator = startBeside('generator');
  const used = () => [processorTime(web), postgres ? serverTime(postgres) : 0] as const;
  let before = used();
  let after = before;
  const hits = new Promise<Hits>((resolve, reject) => {
    generator.on('message', (message: Hits | string) => {
      if (message === 'measuring') before = used();
      else if (message === 'measured') after = used();
      else resolve(message as Hits);
    });
    generator.once('exit', () => reject(new Error('The generator ended too early')));
  });
  generator.send(volley);
  try {
    const found = await hits;
    return {
      ...found,
      processor: (after[0] - before[0]) / found.count,
      databaseProcessor: (after[1] - before[1]) / found.count,
    };
  } finally {
    if (generator.exitCode === null) {
      generator.kill();
      await once(generator, 'exit');
    }
  }
}
