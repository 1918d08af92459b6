import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Journal } from '../../core/journal/journal';
import { BroughtFiles } from './brought-files.service';
import { readContents, type Contents } from './contents';
import { MemoryExchange } from './memory-exchange.service';
import type { Performed } from './performed';
import type { Report } from './report';
import { TermbaseExchange } from './termbase-exchange.service';
import { assertSensible, TranslationImports } from './translation-imports.service';

/** A file that was brought, and what it would do. */
export interface Preview {
  id: string;
  name: string;
  report: Report;
}

/** Bringing files back: looked at first, then done as shown, all of it or nothing. */
@Injectable()
export class Imports {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: BroughtFiles,
    private readonly translations: TranslationImports,
    private readonly memory: MemoryExchange,
    private readonly termbase: TermbaseExchange,
    private readonly journal: Journal,
  ) {}

  /** Keeps a file until it is decided on. Returns its id. @throws Invalid for what is no file of ours */
  async bring(actor: Actor, name: string, bytes: Buffer): Promise<string> {
    const contents = await readContents(bytes);
    if (contents.kind === 'translations') assertSensible(contents.incoming);
    return this.files.keep(actor, nameOf(name), bytes);
  }

  async preview(actor: Actor, id: string): Promise<Preview> {
    const { name, content } = await this.files.of(actor, id);
    return { id, name, report: await this.report(actor, await readContents(content)) };
  }

  private report(actor: Actor, contents: Contents): Promise<Report> {
    switch (contents.kind) {
      case 'translations':
        return this.translations.preview(actor, contents.incoming);
      case 'memory':
        return this.memory.preview(actor, contents.pairs);
      case 'terms':
        return this.termbase.preview(actor, contents.concepts);
    }
  }

  /**
   * Returns how much was written.
   * @throws Conflict when something else would be done than was shown; the file stays
   */
  async perform(actor: Actor, id: string, seen: string): Promise<number> {
    const contents = await readContents((await this.files.of(actor, id)).content);
    return this.transactions.run(async (tx) => {
      const { count, translations } = await this.act(tx, actor, contents, seen);
      await this.files.perform(tx, actor, id, translations);
      await this.journal.record(tx, 'import.performed', {
        actor,
        subject: { kind: 'import', id },
        scope: { kind: 'person', id: actor.person!.id },
        data: { kind: contents.kind, count },
      });
      return count;
    });
  }

  private act(tx: EntityManager, actor: Actor, contents: Contents, seen: string): Promise<Performed> {
    switch (contents.kind) {
      case 'translations':
        return this.translations.perform(tx, actor, contents.incoming, seen);
      case 'memory':
        return this.memory.perform(tx, actor, contents.pairs, seen);
      case 'terms':
        return this.termbase.perform(actor, contents.concepts, seen);
    }
  }

  /** Gives a file up. */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.files.discard(actor, id);
  }
}

/** As it is shown: nobody's folders, no control characters, not without end. */
const nameOf = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, 120) || 'file';
