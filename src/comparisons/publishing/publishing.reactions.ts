import { Injectable } from '@nestjs/common';
import { Transactions } from '../../core/database/transactions';
import type { Entry, EntryName } from '../../core/journal/entry';
import { Later, LaterOfTexts, type Heedful } from '../../core/journal/reactions';
import { VersionStore } from './version-store.service';

const KINDS = [
  'comparison',
  'country_profile',
  'dimension',
  'question',
  'question_option',
  'synthesis',
  'answer',
];
const HEEDED = new Set(KINDS.map((kind) => `${kind}.translated`));

/** What was published is read in one more language as soon as somebody has translated it. */
@Injectable()
export class PublishingReactions implements Heedful {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: VersionStore,
  ) {}

  heeds(name: EntryName): boolean {
    return HEEDED.has(name);
  }

  /** Translations are signed with the name that the translator has now. */
  @Later('person.edited')
  async rename({ subject }: Entry): Promise<void> {
    await this.store.renderWhatIsBy(subject.id);
  }

  @LaterOfTexts()
  async render({ subject }: Entry): Promise<void> {
    await this.transactions.run((tx) => this.store.render(tx, subject.kind, subject.id));
  }
}
