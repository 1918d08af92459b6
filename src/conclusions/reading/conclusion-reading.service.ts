import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import { positional } from '../../core/texts/text-kinds';
import { conclusionPolicy } from '../conclusion.policy';
import { standingConclusions, type Reading, type StandingConclusion } from '../standing-conclusion';
import type { ConclusionSummary } from './conclusion.schema';
import { summaryOf } from './conclusion-views';

/** It was adopted, and nothing has taken its place. */
const STANDS = `conclusion.version > 0 and conclusion.state not in ('replaced', 'withdrawn')`;

/** Conclusions in lists, as one reader sees them. */
@Injectable()
export class ConclusionReading {
  constructor(private readonly database: DataSource) {}

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

  /** What stands in the rooms of a platform, newest first, and how many there are of it. */
  async ofPlatform(
    actor: Actor,
    platformId: string,
    locales: readonly Locale[],
    most: number,
  ): Promise<{ newest: ConclusionSummary[]; count: number }> {
    const where = `room.platform_id = $1 and ${STANDS}`;
    const all = await this.summaries(actor, where, [platformId], locales, 'adopted');
    const newestFirst = all.sort((a, b) => b.adoptedAt!.localeCompare(a.adoptedAt!));
    return { newest: newestFirst.slice(0, most), count: all.length };
  }

  /** How many stand in a room, as far as the actor reads them. */
  async count(actor: Actor, roomId: string): Promise<number> {
    const values: unknown[] = [roomId];
    const readable = positional(conclusionPolicy.readable(actor, 'conclusion'), values);
    const [row] = await this.database.query<[{ count: number }]>(
      `select count(*)::int as count from conclusions conclusion join rooms room on room.id = conclusion.room_id
       where room.id = $1 and ${STANDS} and ${readable}`,
      values,
    );
    return row.count;
  }

  /** With the number of what took the place of each. */
  async withReplacements(
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

  private async summaries(
    actor: Actor,
    where: string,
    values: readonly unknown[],
    locales: readonly Locale[],
    reading: Reading = 'working',
  ): Promise<ConclusionSummary[]> {
    const rows = await standingConclusions(this.database, actor, where, values, reading);
    return this.withReplacements(actor, rows, locales);
  }
}
