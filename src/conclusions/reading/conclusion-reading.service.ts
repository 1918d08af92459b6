import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { rendered } from '../../core/database/rendered';
import type { Reader } from '../../core/http/reader';
import type { Locale } from '../../core/i18n/locales';
import { roomPolicy, sits } from '../../rooms/room.policy';
import { BalanceViews } from '../balance/balance-views.service';
import { ConclusionComments } from '../comments/conclusion-comments.service';
import { ConclusionAccess } from '../conclusion.access';
import { conclusionPolicy } from '../conclusion.policy';
import { Positions, type PositionRow } from '../positions/positions.service';
import { standingConclusions, type Reading, type StandingConclusion } from '../standing-conclusion';
import { ConclusionVersions } from '../versions/conclusion-versions.service';
import type { ConclusionSummary, ConclusionView, PositionsView, VersionView } from './conclusion.schema';
import { summaryOf } from './conclusion-views';

/** Fewer positions than this are not counted for who stands outside. */
const FEWEST = 3;

/** Conclusions as one reader sees them. */
@Injectable()
export class ConclusionReading {
  constructor(
    private readonly database: DataSource,
    private readonly access: ConclusionAccess,
    private readonly positions: Positions,
    private readonly versions: ConclusionVersions,
    private readonly comments: ConclusionComments,
    private readonly balances: BalanceViews,
  ) {}

  /** What was adopted, in the wording that stands; what the actor may not read, or was never adopted, is not there. */
  async of(
    actor: Actor,
    ids: readonly string[],
    locales: readonly Locale[],
  ): Promise<Map<string, ConclusionSummary>> {
    const where = 'conclusion.version > 0 and conclusion.id = any($1::uuid[])';
    const found = await this.summaries(actor, where, [ids], locales, 'adopted');
    return new Map(found.map((summary) => [summary.id, summary]));
  }

  /** All of a room, by number. */
  ofRoom(actor: Actor, roomId: string, locales: readonly Locale[]): Promise<ConclusionSummary[]> {
    return this.summaries(actor, 'conclusion.room_id = $1', [roomId], locales);
  }

  ofThread(actor: Actor, threadId: string, locales: readonly Locale[]): Promise<ConclusionSummary[]> {
    return this.summaries(actor, 'conclusion.thread_id = $1', [threadId], locales);
  }

  async one({ actor, language, locales }: Reader, id: string): Promise<ConclusionView> {
    const found = await this.access.to(actor, 'read', id);
    const inside = sits(actor, found.room);
    const [versions, comments] = await Promise.all([
      this.versions.of(id),
      inside ? this.comments.of(actor, found) : [],
    ]);
    const [newest] = versions;
    // Who has no part in the next version is shown the positions on the one that stands.
    const round = inside ? found.round : (newest?.round ?? 0);
    const [positions, [summary]] = await Promise.all([
      this.positions.of(id, round),
      this.withReplacements(actor, [found], locales),
    ]);
    return {
      ...summary!,
      reasoning: rendered(found, ({ reasoning }) => reasoning, locales),
      locale: found.locale,
      revision: found.revision,
      positions: positionsView(actor, found, positions),
      balance: newest ? await this.balances.of(newest.balance, language, locales) : null,
      comments,
      versions: versions.map(({ version, adoptedAt }) => ({ version, adoptedAt: adoptedAt.toISOString() })),
      can: conclusionPolicy.can(actor, found),
    };
  }

  /** One version as it was adopted. @throws NotFound */
  async version({ actor, language, locales }: Reader, id: string, version: number): Promise<VersionView> {
    const found = await this.access.to(actor, 'read', id);
    const { round, strings, balance, adoptedAt, locale, revision, earlyReason } = await this.versions.one(
      id,
      version,
    );
    const positions = await this.positions.of(id, round);
    return {
      ...{ id, number: found.number, version, locale, revision, ...strings, earlyReason },
      adoptedAt: adoptedAt.toISOString(),
      positions: positionsView(actor, found, positions),
      balance: await this.balances.of(balance, language, locales),
    };
  }

  private async summaries(
    actor: Actor,
    where: string,
    values: readonly unknown[],
    locales: readonly Locale[],
    reading: Reading = 'working',
    database: DataSource | EntityManager = this.database,
  ): Promise<ConclusionSummary[]> {
    const rows = await standingConclusions(database, actor, where, values, reading);
    return this.withReplacements(actor, rows, locales);
  }

  private async withReplacements(
    actor: Actor,
    rows: readonly StandingConclusion[],
    locales: readonly Locale[],
  ): Promise<ConclusionSummary[]> {
    const ids = rows.flatMap(({ replacedBy }) => replacedBy ?? []);
    const replacing =
      ids.length > 0
        ? await standingConclusions(this.database, actor, 'conclusion.id = any($1::uuid[])', [ids])
        : [];
    const numbers = new Map(replacing.map(({ id, number }) => [id, number]));
    return rows.map((row) => {
      const number = numbers.get(row.replacedBy ?? '');
      const replacedBy = number === undefined ? null : { id: row.replacedBy!, number };
      return { ...summaryOf(actor, row, locales), replacedBy };
    });
  }
}

/** With names for those who have signed in and read the room; others read why some disagree, and not who they are. */
function positionsView(actor: Actor, { room }: StandingConclusion, rows: PositionRow[]): PositionsView {
  const named = actor.signedIn && roomPolicy.may(actor, 'read', room);
  const count = (wanted: string) => rows.filter(({ position }) => position === wanted).length;
  const told = named || rows.length >= FEWEST;
  const view = ({ personId, name, takenAt, ...row }: PositionRow) => ({
    ...row,
    person: named && personId && name ? { id: personId, name } : null,
    takenAt: named ? takenAt.toISOString() : null,
  });
  const own = rows.find(({ personId }) => actor.is(personId));
  return {
    ...{ agree: 0, accept: 0, disagree: 0 },
    ...(told && { agree: count('agree'), accept: count('accept'), disagree: count('disagree') }),
    own: own ? view(own) : null,
    items: rows.filter(({ position }) => named || position === 'disagree').map(view),
  };
}
