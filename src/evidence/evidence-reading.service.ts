import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import type { Locale } from '../core/i18n/locales';
import type { EvidenceView } from './evidence.schema';
import { EvidenceViews } from './evidence-views.service';
import type { EvidenceStanding, Relation } from './relation';
import { findSources, SOURCE, type Source } from './source';
import { type EvidenceRow, readEvidence } from './evidence-rows';

/** One thing that a statement rests on, without anybody's words: who may see those is asked when they are read. */
export interface EvidenceFact {
  id: string;
  relation: Relation;
  kind: string;
  ground: string;
  revision: number | null;
  standing: EvidenceStanding;
  /** Sources are everybody's. */
  source: Omit<Source, 'id' | 'deadSince'> | null;
}

/** From bad to good: what is gone is worse than what has changed. */
const WORST_FIRST: readonly EvidenceStanding[] = ['withdrawn', 'dead', 'replaced', 'changed', 'sound'];

/** Reads what statements rest on. */
@Injectable()
export class EvidenceReading {
  constructor(
    private readonly database: DataSource,
    private readonly views: EvidenceViews,
  ) {}

  async of(
    actor: Actor,
    kind: string,
    ids: readonly string[],
    locales: readonly Locale[],
    database: DataSource | EntityManager = this.database,
  ): Promise<Map<string, EvidenceView[]>> {
    const rows = await readEvidence(database, kind, ids);
    const views = await this.views.of(database, actor, rows, locales);
    return byStatement(rows, (row) => views.get(row.id)!);
  }

  async facts(
    kind: string,
    ids: readonly string[],
    database: DataSource | EntityManager = this.database,
  ): Promise<Map<string, EvidenceFact[]>> {
    const rows = await readEvidence(database, kind, ids);
    const cited = rows.filter((row) => row.ground_kind === SOURCE).map((row) => row.ground_id);
    const found = cited.length > 0 ? await findSources(database, cited) : [];
    const sources = new Map(found.map(({ id, deadSince: _, ...source }) => [id, source]));
    return byStatement(rows, (row) => ({
      ...{ id: row.id, relation: row.relation, kind: row.ground_kind, ground: row.ground_id },
      ...{
        revision: row.ground_revision,
        standing: row.standing,
        source: sources.get(row.ground_id) ?? null,
      },
    }));
  }

  async standingOf(
    ids: readonly string[],
    database: DataSource | EntityManager = this.database,
  ): Promise<Map<string, EvidenceStanding>> {
    if (ids.length === 0) return new Map();
    const rows = await database.query<{ root: string; standings: EvidenceStanding[] }[]>(
      `with recursive below (root, id, standing) as (
         select statement_id, ground_id, standing from evidence where statement_id = any($1::uuid[])
         union
         select below.root, link.ground_id, link.standing
         from below join evidence link on link.statement_id = below.id
       )
       select root, array_agg(distinct standing) as standings from below group by root`,
      [ids],
    );
    const found = new Map(rows.map(({ root, standings }) => [root, standings]));
    return new Map(ids.map((id) => [id, worst(found.get(id) ?? [])]));
  }
}

export const worst = (standings: readonly EvidenceStanding[]): EvidenceStanding =>
  WORST_FIRST.find((standing) => standings.includes(standing)) ?? 'sound';

function byStatement<Value>(
  rows: readonly EvidenceRow[],
  value: (row: EvidenceRow) => Value,
): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const row of rows) found.set(row.statement_id, [...(found.get(row.statement_id) ?? []), value(row)]);
  return found;
}
