import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import type { Reader } from '../../core/http/reader';
import { Journal } from '../../core/journal/journal';
import type { FileView } from '../../files/file.schema';
import { FileShelf } from '../../files/file-shelf.service';
import { Files } from '../../files/files.service';
import { PracticeAccess } from '../practice-access.service';

/** What is shown of a case: images that somebody has brought, with credit, licence and consent. */
@Injectable()
export class PracticePictures {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PracticeAccess,
    private readonly files: Files,
    private readonly shelf: FileShelf,
    private readonly journal: Journal,
  ) {}

  /** Those of the case in their order, then others that the actor has brought lately. */
  async choices(
    { actor, locales }: Reader,
    practiceId: string,
  ): Promise<{ used: FileView[]; others: FileView[] }> {
    const used = (await this.files.of('practice', [practiceId], locales)).get(practiceId) ?? [];
    const own = await this.shelf.own({ actor, locales }, 1);
    const known = new Set(used.map(({ id }) => id));
    return { used, others: own.files.filter(({ id, width }) => width !== null && !known.has(id)) };
  }

  /** Says which images the case shows, in this order. @throws Invalid for files that the actor may not use */
  async choose(actor: Actor, slug: string, ids: readonly string[]): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { id, partnershipId, revision } = await this.access.lock(tx, actor, 'edit', slug);
      const subject = { kind: 'practice', id };
      await this.files.use(tx, actor, subject, ids, 'files');
      const scope = { kind: 'partnership', id: partnershipId };
      await this.journal.record(tx, 'practice.edited', { actor, subject, scope, data: { revision } });
    });
  }
}
