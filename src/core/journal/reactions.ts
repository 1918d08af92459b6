import { Injectable, Logger, SetMetadata, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions';
import { TextKinds } from '../texts/text-kinds';
import type { Entry, EntryName, Fact } from './entry';

const REACTION = 'polylog:reaction';

interface Mark {
  when: 'now' | 'later' | 'gathered';
  /** Entries by name, or all that happens to texts. */
  names: EntryName[] | 'texts';
}

type React<Heard> = (heard: Heard) => unknown;
type ReactToMany = (tx: EntityManager, entries: Entry[]) => Promise<unknown>;

/** Before the name of a reaction that `record_entry` is to gather instead of making a job of it. */
const GATHERED = '*';

/** Runs in this process right after the commit. May be lost with the process: for signals only. */
export const Now = (...names: EntryName[]) => SetMetadata(REACTION, { when: 'now', names } satisfies Mark);
/** Runs as a durable job, again and again until it succeeds: must be idempotent. */
export const Later = (...names: EntryName[]) =>
  SetMetadata(REACTION, { when: 'later', names } satisfies Mark);

/**
 * As durable as a job, for entries that come in crowds: one call takes the transaction and all that has come together,
 * in order, and what is done in that transaction is done exactly once. When it throws, each is tried by itself.
 */
export const Gathered = (...names: EntryName[]) =>
  SetMetadata(REACTION, { when: 'gathered', names } satisfies Mark);

/**
 * The same as `Later` for everything that happens to a text of any kind (core/texts): its subject is the text, which may have
 * changed, or may have been translated or withdrawn.
 */
export const LaterOfTexts = () => SetMetadata(REACTION, { when: 'later', names: 'texts' } satisfies Mark);

/** A provider that need not hear of everything: each job that is not queued is one that a post need not wait for. */
export interface Heedful {
  heeds(name: EntryName): boolean;
}

interface OfTexts {
  react: React<Entry>;
  heeds: (name: EntryName) => boolean;
}

/** Knows every method marked `@Now` or `@Later` and calls it when its entry is written. */
@Injectable()
export class Reactions implements OnApplicationBootstrap {
  private readonly log = new Logger('Reactions');
  private readonly now = new Map<string, React<Fact>[]>();
  private readonly later = new Map<string, Map<string, React<Entry>>>();
  private readonly ofTexts = new Map<string, OfTexts>();
  private readonly gathered = new Map<string, Map<string, ReactToMany>>();
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly texts: TextKinds,
    private readonly transactions: Transactions,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance, name } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const methods = instance as Methods & Partial<Heedful>;
      const heeds = (name: EntryName) => methods.heeds?.(name) ?? true;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const mark = this.reflector.get<Mark | undefined>(REACTION, methods[method]!);
        const id = `${String(name)}.${method}`;
        if (mark) this.register(mark, id, (...heard) => methods[method]!(...heard), heeds);
      }
    }
  }

  /** Names of the durable reactions to an entry: each becomes a job, or is gathered, in the transaction that writes it. */
  laterOf(name: EntryName): string[] {
    const [subject = ''] = name.split('.');
    const gathered = [...(this.gathered.get(name)?.keys() ?? [])].map((id) => `${GATHERED}${id}`);
    const own = [...(this.later.get(name)?.keys() ?? []), ...gathered];
    if (!this.texts.of(subject)) return own;
    return [...own, ...[...this.ofTexts].flatMap(([id, { heeds }]) => (heeds(name) ? id : []))];
  }

  /** Told whenever this process has written something that is gathered. */
  onGathered(listener: () => void): void {
    this.listeners.push(listener);
  }

  signal(fact: Fact): void {
    if (this.gathered.has(fact.name)) for (const listener of this.listeners) listener();
    for (const react of this.now.get(fact.name) ?? []) {
      Promise.resolve()
        .then(() => react(fact))
        .catch((error: unknown) => this.log.error(`${fact.name} was not signalled`, error));
    }
  }

  /** Called by the worker. @throws what the reaction throws, so that the job is tried again. */
  async perform(reaction: string, entry: Entry): Promise<void> {
    const react = this.later.get(entry.name)?.get(reaction) ?? this.ofTexts.get(reaction)?.react;
    const gathers = this.gathered.get(entry.name)?.has(reaction);
    if (gathers) return this.transactions.run((tx) => this.performAll(tx, reaction, [entry])); // a job of an older version
    if (!react) throw new Error(`No reaction called ${reaction}`);
    await react({ ...entry, at: new Date(entry.at) });
  }

  /** @throws what the reaction throws; then nothing may be kept of the transaction. */
  async performAll(tx: EntityManager, reaction: string, entries: Entry[]): Promise<void> {
    const [{ name } = { name: '' }] = entries;
    const react = this.gathered.get(name)?.get(reaction);
    if (!react) throw new Error(`No reaction called ${reaction}`);
    await react(
      tx,
      entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
    );
  }

  private register(mark: Mark, id: string, call: Methods[string], heeds: OfTexts['heeds']): void {
    if (mark.names === 'texts') this.ofTexts.set(id, { react: call, heeds });
    else
      for (const name of mark.names) {
        if (mark.when === 'now') this.now.set(name, [...(this.now.get(name) ?? []), call]);
        else if (mark.when === 'later') put(this.later, name, id, call);
        else put(this.gathered, name, id, async (tx, entries) => call(tx, entries));
      }
  }
}

type Methods = Record<string, (...heard: unknown[]) => unknown>;

const put = <Of>(all: Map<string, Map<string, Of>>, name: string, id: string, react: Of): void => {
  all.set(name, (all.get(name) ?? new Map<string, Of>()).set(id, react));
};
