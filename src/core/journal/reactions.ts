import { Injectable, Logger, SetMetadata, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import type { Entry, EntryName } from './entry';

const REACTION = 'polylog:reaction';

interface Mark {
  when: 'now' | 'later';
  names: EntryName[];
}

type React = (entry: Entry) => unknown;

/** Runs in this process right after the commit. May be lost with the process: for signals only. */
export const Now = (...names: EntryName[]) => SetMetadata(REACTION, { when: 'now', names } satisfies Mark);
/** Runs as a durable job, again and again until it succeeds: must be idempotent. */
export const Later = (...names: EntryName[]) =>
  SetMetadata(REACTION, { when: 'later', names } satisfies Mark);

/** Knows every method marked `@Now` or `@Later` and calls it when its entry is written. */
@Injectable()
export class Reactions implements OnApplicationBootstrap {
  private readonly log = new Logger('Reactions');
  private readonly now = new Map<string, React[]>();
  private readonly later = new Map<string, Map<string, React>>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    for (const { instance, name } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const methods = instance as Record<string, React>;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const mark = this.reflector.get<Mark | undefined>(REACTION, methods[method]!);
        if (mark) this.register(mark, `${String(name)}.${method}`, (entry) => methods[method]!(entry));
      }
    }
  }

  /** Adds one job per durable reaction; vanishes with the transaction. */
  async queue(tx: EntityManager, entry: Entry): Promise<void> {
    for (const reaction of this.later.get(entry.name)?.keys() ?? []) {
      await tx.query(`select graphile_worker.add_job('reaction', $1::json, max_attempts => 12)`, [
        JSON.stringify({ reaction, entry }),
      ]);
    }
  }

  signal(entry: Entry): void {
    for (const react of this.now.get(entry.name) ?? []) {
      Promise.resolve()
        .then(() => react(entry))
        .catch((error: unknown) => this.log.error(`${entry.name} was not signalled`, error));
    }
  }

  /** Called by the worker. @throws what the reaction throws, so that the job is tried again. */
  async perform(reaction: string, entry: Entry): Promise<void> {
    const react = this.later.get(entry.name)?.get(reaction);
    if (!react) throw new Error(`No reaction called ${reaction}`);
    await react({ ...entry, at: new Date(entry.at) });
  }

  private register(mark: Mark, id: string, react: React): void {
    for (const name of mark.names) {
      if (mark.when === 'now') this.now.set(name, [...(this.now.get(name) ?? []), react]);
      else this.later.set(name, (this.later.get(name) ?? new Map<string, React>()).set(id, react));
    }
  }
}
