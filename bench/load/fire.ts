import { once } from 'node:events';
import { startBeside } from './beside';
import { machineTime, processorTime, serverTime } from './processes';
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
  /** The part of the machine's time that went to others than the measurement: a quiet machine has next to none. */
  others: number;
}

/** Lets a generator in a process of its own fire at a server. */
export async function fire(volley: Volley, { web, postgres }: Watched): Promise<Shots> {
  const generator = startBeside('generator');
  const used = () => ({
    web: processorTime(web),
    postgres: postgres ? serverTime(postgres) : 0,
    generator: processorTime(generator.pid!),
    machine: machineTime(),
  });
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
    const spent = {
      web: after.web - before.web,
      postgres: after.postgres - before.postgres,
      generator: after.generator - before.generator,
    };
    const machine = after.machine.used - before.machine.used;
    const others = machine - spent.web - spent.postgres - spent.generator;
    return {
      ...found,
      processor: spent.web / found.count,
      databaseProcessor: spent.postgres / found.count,
      others: Math.max(0, others / (after.machine.had - before.machine.had)) || 0,
    };
  } finally {
    if (generator.exitCode === null) {
      generator.kill();
      await once(generator, 'exit');
    }
  }
}
