import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rendered } from '../../core/database/rendered';
import type { Reader } from '../../core/http/reader';
import { TextKinds } from '../../core/texts/text-kinds';
import { Evidence } from '../../evidence/evidence.service';
import { sits } from '../../rooms/room.policy';
import { BalanceViews } from '../balance/balance-views.service';
import { ConclusionComments } from '../comments/conclusion-comments.service';
import { UNDER_WAY } from '../conclusion-facts';
import { ConclusionAccess } from '../conclusion.access';
import { conclusionPolicy } from '../conclusion.policy';
import { movesOf } from '../deciding/moves';
import { Positions } from '../positions/positions.service';
import { positionsView } from '../positions/positions-view';
import { passagesOf } from '../versions/adopted-passages';
import { ConclusionVersions } from '../versions/conclusion-versions.service';
import type { ConclusionView, VersionView } from './conclusion.schema';
import { ConclusionReading } from './conclusion-reading.service';

/** A conclusion with all that belongs to it, as one reader sees it. */
@Injectable()
export class WholeConclusions {
  constructor(
    private readonly database: DataSource,
    private readonly access: ConclusionAccess,
    private readonly reading: ConclusionReading,
    private readonly positions: Positions,
    private readonly versions: ConclusionVersions,
    private readonly comments: ConclusionComments,
    private readonly balances: BalanceViews,
    private readonly evidence: Evidence,
    private readonly texts: TextKinds,
  ) {}

  /** @throws NotFound */
  async one({ actor, language, locales }: Reader, id: string): Promise<ConclusionView> {
    const found = await this.access.to(actor, 'read', id);
    const inside = sits(actor, found.room);
    const [versions, comments, passages, moves, [summary]] = await Promise.all([
      this.versions.of(id),
      inside ? this.comments.of(actor, found) : [],
      this.evidence.of(actor, 'conclusion', [id], locales),
      movesOf(this.database, actor, found),
      this.reading.withReplacements(actor, [found], locales),
    ]);
    const [newest] = versions;
    const balance =
      inside && UNDER_WAY.includes(found.state) ? await this.balances.now(found) : newest?.balance;
    // Who has no part in the next version is shown the positions on the one that stands.
    const positions = await this.positions.of(id, inside ? found.round : (newest?.round ?? 0));
    return {
      ...summary!,
      reasoning: rendered(found, ({ reasoning }) => reasoning, locales),
      original: { statement: found.statement, reasoning: found.reasoning },
      locale: found.locale,
      revision: found.revision,
      passages: passages.get(id) ?? [],
      positions: positionsView(actor, found, positions),
      balance: balance ? await this.balances.inWords(balance, language, locales) : null,
      comments,
      versions: versions.map(({ version, adoptedAt }) => ({ version, adoptedAt: adoptedAt.toISOString() })),
      moves,
      can: conclusionPolicy.can(actor, found),
    };
  }

  /** One version as it was adopted. @throws NotFound */
  async version({ actor, language, locales }: Reader, id: string, version: number): Promise<VersionView> {
    const found = await this.access.to(actor, 'read', id);
    const adopted = await this.versions.one(id, version);
    const { round, strings, balance, adoptedAt, locale, revision, earlyReason, earlyLocale } = adopted;
    return {
      ...{ id, number: found.number, version, locale, revision, ...strings, earlyReason, earlyLocale },
      adoptedAt: adoptedAt.toISOString(),
      positions: positionsView(actor, found, await this.positions.of(id, round)),
      passages: await passagesOf(this.texts, this.database, actor, adopted),
      balance: await this.balances.inWords(balance, language, locales),
    };
  }
}
