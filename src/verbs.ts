import type { INestApplicationContext } from '@nestjs/common';
import { parseArgs } from 'node:util';
import { archive } from './archive/archive-verb';
import { Admissions } from './accounts/sign-up/admissions.service';
import { Config } from './core/config/config';
import { openDatabase } from './core/database/open';
import { Refusal } from './core/errors/refusal';
import { Language } from './core/i18n/language';
import { loadDemo } from './demo/load';
import { SearchIndex } from './search/index/search-index.service';
import { createHub, migrateAt } from './start';

const HELP = `Usage: npm run hub -- <verb>

  archive <partnership> [folder or .zip]
      Writes what visitors see of a partnership, in all languages, as files that can be read from
      any web server, or from a disk, without a hub. Named as in its address: archive coop
  create-administrator --email <address> --name <name>
      Makes an account that may do everything, or gives an account that is there a new password
      and that power. Asks for the password, or reads it from standard input.
  index
      Makes anew what search looks through. The hub does so by itself when it must; nothing is
      missing meanwhile but what was not there before.
  load-demo
      Fills an empty hub with the demo data.
  migrate
      Brings the database up to date. The hub does so by itself when it starts.

The settings are those of the hub: see .env.example. A hub with the embedded database must be
stopped first, since the data folder serves one process at a time.`;

/** Where the operator sits. */
export interface Terminal {
  environment: Record<string, string | undefined>;
  say(line: string): void;
  complain(line: string): void;
  askSecret(question: string): Promise<string>;
  /** How far something long has come, 0–1. */
  progress?(share: number): void;
}

type Verb = (options: string[], terminal: Terminal) => Promise<void>;

class Misused extends Error {}

const createAdministrator: Verb = async (options, terminal) => {
  const { email, name } = readOptions(options);
  if (!email || !name) throw new Misused('create-administrator needs --email and --name');
  const password = await terminal.askSecret('Password: ');
  await onHub(terminal, async (hub) => {
    await hub.get(Admissions).createAdministrator(email, name, password);
    terminal.say(`${email} is an administrator of this hub.`);
  });
};

function readOptions(args: string[]): { email?: string; name?: string } {
  try {
    return parseArgs({ args, options: { email: { type: 'string' }, name: { type: 'string' } } }).values;
  } catch (error) {
    throw new Misused((error as Error).message);
  }
}

const migrate: Verb = (_options, terminal) =>
  onDatabase(terminal, async (_config, _url, ran) => {
    terminal.say(ran.length > 0 ? ran.join('\n') : 'The database is up to date.');
  });

const index: Verb = (_options, terminal) =>
  onHub(terminal, async (hub) => {
    const texts = await hub.get(SearchIndex, { strict: false }).rebuild();
    terminal.say(`${texts} texts can be found.`);
  });

const archivePartnership: Verb = async ([slug, target, ...more], terminal) => {
  if (!slug || slug.startsWith('-') || more.length > 0)
    throw new Misused('archive needs the name of a partnership');
  const day = new Date().toISOString().slice(0, 10);
  await onHub(terminal, (hub) =>
    archive(hub, {
      slug,
      target: target ?? `archive-${slug}-${day}`,
      say: (line) => terminal.say(line),
      progress: (share) => terminal.progress?.(share),
    }),
  );
};

const VERBS: Record<string, Verb> = {
  archive: archivePartnership,
  'create-administrator': createAdministrator,
  index,
  'load-demo': (_options, terminal) =>
    onHub(terminal, (hub) => loadDemo(hub, (line) => terminal.say(line), true)),
  migrate,
};

/** Does what an operator asks for. Returns the exit status: 0 done, 1 refused or failed, 2 not understood. */
export async function perform([verb = '', ...options]: string[], terminal: Terminal): Promise<number> {
  const act = VERBS[verb];
  if (!act) {
    terminal.say(HELP);
    return /^(|help|--help|-h)$/.test(verb) ? 0 : 2;
  }
  try {
    await act(options, terminal);
    return 0;
  } catch (error) {
    terminal.complain(explain(error));
    return error instanceof Misused ? 2 : 1;
  }
}

async function onDatabase(
  { environment }: Terminal,
  work: (config: Config, url: string, ran: string[]) => Promise<void>,
): Promise<void> {
  // Beside a hub that may be running: the jobs that follow are for its worker.
  const config = Config.read({ ...environment, ROLE: 'web' });
  const database = await openDatabase(config, () => undefined);
  try {
    await work(config, database.url, await migrateAt(database.url));
  } finally {
    await database.close();
  }
}

const onHub = (terminal: Terminal, work: (hub: INestApplicationContext) => Promise<void>): Promise<void> =>
  onDatabase(terminal, async (config, url) => {
    const hub = await createHub(config, url);
    try {
      await hub.init();
      await work(hub);
    } finally {
      await hub.close();
    }
  });

/** What went wrong, in words: refusals carry keys, for every door to say in its own way. */
function explain(error: unknown): string {
  const { t } = Language.of('en');
  if (error instanceof Refusal) {
    const fields = error.fields.map(({ path, key, values }) => `  ${path}: ${t(key, values)}`);
    return [t(error.key, error.values), ...fields].join('\n');
  }
  return error instanceof Error ? error.message : String(error);
}
