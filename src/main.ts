import 'reflect-metadata';
import { Config } from './core/config/config';
import { openDatabase } from './core/database/open';
import { untilItAnswers } from './core/database/patience';
import { drain } from './drain';
import { sweep } from './sweep';
import { createHub, migrateAt } from './start';
import { greet } from './greeting';
import { loadDemo } from './demo/load';

async function main(): Promise<void> {
  const config = Config.read(process.env);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const database = await openDatabase(config, say);
  try {
    await untilItAnswers(database.url, say);
    await migrateAt(database.url);
    const hub = await createHub(config, database.url);
    await hub.init();
    if (config.demo) await loadDemo(hub, say);
    await hub.listen(config.port, config.host);
    greet(config, say);
    sweep();
    stopOnSignal(async (signal) => {
      await drain(hub, signal === 'SIGTERM' ? config.drain : 0);
      await hub.close();
      await database.close();
    });
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What is in flight finishes, then the doors shut, then the database. A second signal does not wait. */
function stopOnSignal(stop: (signal: NodeJS.Signals) => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stop(signal).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
