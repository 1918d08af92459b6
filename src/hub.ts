import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { parseArgs } from 'node:util';
import { Admissions } from './accounts/sign-up/admissions.service';
import { askSecret } from './ask-secret';
import { Config } from './core/config/config';
import { openDatabase } from './core/database/open';
import { Refusal } from './core/errors/refusal';
import { Language } from './core/i18n/language';
import { loadDemo } from './demo/load';
import { createHub, migrateAt } from './start';

const HELP = `Usage: npm run hub -- <verb>

  create-administrator --email <address> --name <name>
      Makes an account that may do everything, or gives an account that is there a new password
      and that power. Asks for the password, or reads it from standard input.
  load-demo
      Fills an empty hub with the demo data.
  migrate
      Brings the database up to date. The hub does so by itself when it starts.

The settings are those of the hub: see .env.example. A hub with the embedded database must be
stopped first, since the data folder serves one process at a time.
`;

const say = (line: string) => process.stdout.write(`${line}\n`);

class Misused extends Error {}

async function createAdministrator(options: string[]): Promise<void> {
  const { email, name } = read(options);
  if (!email || !name) throw new Misused('create-administrator needs --email and --name');
  const password = await askSecret('Password: ');
  await onHub(async (hub) => {
    await hub.get(Admissions).createAdministrator(email, name, password);
    say(`${email} is an administrator of this hub.`);
  });
}

function read(options: string[]): { email?: string; name?: string } {
  try {
    return parseArgs({ args: options, options: { email: { type: 'string' }, name: { type: 'string' } } })
      .values;
  } catch (error) {
    throw new Misused((error as Error).message);
  }
}

async function migrate(): Promise<void> {
  await onDatabase(async (_url, ran) => {
    say(ran.length > 0 ? ran.join('\n') : 'The database is up to date.');
  });
}

const VERBS: Record<string, (options: string[]) => Promise<void>> = {
  'create-administrator': createAdministrator,
  'load-demo': () => onHub((hub) => loadDemo(hub, say, true)),
  migrate,
};

async function onDatabase(
  work: (url: string, ran: string[], config: Config) => Promise<void>,
): Promise<void> {
  // Beside a hub that may be running: the jobs that follow are for its worker.
  const config = Config.read({ ...process.env, ROLE: 'web' });
  const database = await openDatabase(config, () => undefined);
  try {
    await work(database.url, await migrateAt(database.url), config);
  } finally {
    await database.close();
  }
}

const onHub = (work: (hub: INestApplicationContext) => Promise<void>): Promise<void> =>
  onDatabase(async (url, _ran, config) => {
    const hub = await createHub(config, url);
    try {
      await hub.init();
      await work(hub);
    } finally {
      await hub.close();
    }
  });

async function main([verb = '', ...options]: string[]): Promise<number> {
  const run = VERBS[verb];
  if (!run) {
    process.stdout.write(HELP);
    return /^(|help|--help|-h)$/.test(verb) ? 0 : 2;
  }
  await run(options);
  return 0;
}

/** What went wrong, in words: refusals carry keys, for every door to say in its own way. */
function explain(error: unknown): string {
  const { t } = Language.of('en');
  if (error instanceof Refusal) {
    const fields = error.fields.map(({ path, key, values }) => `  ${path}: ${t(key, values)}`);
    return [t(error.key, error.values), ...fields].join('\n');
  }
  return error instanceof Error ? error.message : String(error);
}

main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(error instanceof Misused ? 2 : 1);
  },
);
