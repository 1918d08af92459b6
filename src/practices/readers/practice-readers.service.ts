import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { NotFound, Refusal } from '../../core/errors/refusal';
import type { EntryName } from '../../core/journal/entry';
import { Journal } from '../../core/journal/journal';
import { PracticeAccess } from '../practice-access.service';
import type { PracticeCase } from '../practice-case';
import { PracticeTransfer } from '../rows/practice-transfer.entity';
import { practiceReadersPolicy } from './practice-readers.policy';
import type { UsedElsewhereInput } from './practice-readers.schema';

/** What one person may leave unanswered in one case. */
const MOST_WAITING = 5;

type Said = Extract<EntryName, 'practice.thanked' | 'practice.thanks_taken_back' | 'practice_transfer.told'>;
type Answered = Extract<EntryName, 'practice_transfer.confirmed' | 'practice_transfer.removed'>;

/** What readers say of a case, apart from what its reviewers made of it. */
@Injectable()
export class PracticeReaders {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PracticeAccess,
    private readonly journal: Journal,
  ) {}

  /** It is useful for us; or no longer. Saying it twice is saying it once. */
  async useful(actor: Actor, slug: string, useful: boolean): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.open(actor, 'thank', slug);
      const personId = actor.person!.id;
      const rows = await tx.query<unknown[]>(
        useful
          ? `insert into practice_thanks (practice_id, person_id) values ($1, $2) on conflict do nothing returning 1`
          : `with gone as (delete from practice_thanks where practice_id = $1 and person_id = $2 returning 1)
             select * from gone`,
        [found.id, personId],
      );
      if (rows.length > 0)
        await this.record(tx, actor, found, useful ? 'practice.thanked' : 'practice.thanks_taken_back');
    });
  }

  /** It was used elsewhere. Shown to others when the practice has confirmed it. Returns its id. */
  async tell(actor: Actor, slug: string, input: UsedElsewhereInput): Promise<string> {
    return this.transactions.run(async (tx) => {
      const found = await this.open(actor, 'tell', slug);
      await tx.query('select 1 from practices where id = $1 for update', [found.id]);
      const own = await tx.countBy(PracticeTransfer, {
        ...{ practiceId: found.id, toldBy: actor.person!.id, awaits: true },
      });
      if (own >= MOST_WAITING) throw new Refusal(422, 'practices:used.enough', { most: MOST_WAITING });
      const position = ((await tx.maximum(PracticeTransfer, 'position', { practiceId: found.id })) ?? -1) + 1;
      const awaits = !practiceReadersPolicy.may(actor, 'confirm', found);
      const row = { ...input, practiceId: found.id, position, toldBy: actor.person!.id, awaits };
      const { identifiers } = await tx.insert(PracticeTransfer, row);
      await this.record(tx, actor, found, 'practice_transfer.told');
      return (identifiers[0] as { id: string }).id;
    });
  }

  /** The practice has heard of it: from now on everybody sees it. */
  async confirm(actor: Actor, slug: string, id: string): Promise<void> {
    await this.answer(actor, slug, id, 'practice_transfer.confirmed', (tx) =>
      tx.update(PracticeTransfer, { id, awaits: true }, { awaits: false }),
    );
  }

  /** Not so, or no longer. */
  async remove(actor: Actor, slug: string, id: string): Promise<void> {
    await this.answer(actor, slug, id, 'practice_transfer.removed', (tx) =>
      tx.delete(PracticeTransfer, { id }),
    );
  }

  private async answer(
    actor: Actor,
    slug: string,
    id: string,
    name: Answered,
    act: (tx: EntityManager) => Promise<unknown>,
  ): Promise<void> {
    await this.transactions.run(async (tx) => {
      const found = await this.open(actor, 'confirm', slug);
      if (!(await tx.findOneBy(PracticeTransfer, { id, practiceId: found.id }))) throw new NotFound();
      await act(tx);
      await this.record(tx, actor, found, name, { kind: 'practice_transfer', id });
    });
  }

  /** @throws NotFound, SignInRequired, Forbidden */
  private async open(
    actor: Actor,
    ability: 'thank' | 'tell' | 'confirm',
    slug: string,
  ): Promise<PracticeCase> {
    const found = await this.access.to(actor, 'read', slug);
    practiceReadersPolicy.allow(actor, ability, found);
    return found;
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    { id, partnershipId }: PracticeCase,
    name: Said | Answered,
    subject = { kind: 'practice', id },
  ): Promise<void> {
    const scope = { kind: 'partnership', id: partnershipId };
    await this.journal.record(tx, name, { actor, subject, scope, data: { practiceId: id } });
  }
}
