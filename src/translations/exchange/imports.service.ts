import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Conflict, Invalid } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { BroughtFiles } from './brought-files.service';
import { readContents } from './contents';
import { assertSensible, TranslationImports, type Plan } from './translation-imports.service';
import { ACTS } from './verdict';

/** A file that was brought, and what it would do. */
export interface Preview {
  id: string;
  name: string;
  kind: 'translations';
  plan: Plan;
}

/** Bringing files back: looked at first, then done as shown, all of it or nothing. */
@Injectable()
export class Imports {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: BroughtFiles,
    private readonly translations: TranslationImports,
    private readonly journal: Journal,
  ) {}

  /** Keeps a file until it is decided on. Returns its id. @throws Invalid for what is no file of ours */
  async bring(actor: Actor, name: string, bytes: Buffer): Promise<string> {
    assertSensible(await this.read(bytes));
    return this.files.keep(actor, nameOf(name), bytes);
  }

  async preview(actor: Actor, id: string): Promise<Preview> {
    const { name, content } = await this.files.of(actor, id);
    return { id, name, kind: 'translations', plan: await this.planOf(actor, content) };
  }

  /**
   * Returns how many blocks were written.
   * @throws Conflict when something else would be done than was shown; the file stays
   */
  async perform(actor: Actor, id: string, seen: string): Promise<number> {
    const incoming = await this.read((await this.files.of(actor, id)).content);
    return this.transactions.run(async (tx) => {
      const plan = await this.translations.perform(tx, actor, incoming, seen);
      if (plan.seen !== seen) throw new Conflict(undefined, 'translations:exchange.refusal.changed');
      await this.files.perform(tx, actor, id, plan.changing);
      const count = plan.lines.filter(({ verdict }) => ACTS.includes(verdict)).length;
      const person = { kind: 'person', id: actor.person!.id };
      const data = { kind: 'translations' as const, count, locale: incoming.to };
      await this.journal.record(tx, 'import.performed', {
        actor,
        subject: { kind: 'import', id },
        scope: person,
        data,
      });
      return count;
    });
  }

  /** Gives a file up. */
  async discard(actor: Actor, id: string): Promise<void> {
    await this.files.discard(actor, id);
  }

  private async planOf(actor: Actor, bytes: Buffer): Promise<Plan> {
    return this.translations.preview(actor, await this.read(bytes));
  }

  private async read(bytes: Buffer) {
    const contents = await readContents(bytes);
    if (contents.kind !== 'translations') throw Invalid.field('file', 'translations:exchange.fault.unknown');
    return contents.incoming;
  }
}

/** As it is shown: nobody's folders, no control characters, not without end. */
const nameOf = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .slice(0, 120) || 'file';
