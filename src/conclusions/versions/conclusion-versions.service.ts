import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import type { Balance } from '../balance/balance';
import { Balances } from '../balance/balances.service';
import type { Step } from '../conclusion.access';
import type { StandingConclusion } from '../standing-conclusion';

/** A passage as it was cited when the version was adopted. */
export interface AdoptedPassage {
  relation: string;
  groundKind: string;
  groundId: string;
  groundRevision: number | null;
  quote: string | null;
  quoteLocale: Locale | null;
}

/** What was adopted. */
export interface ConclusionVersion {
  version: number;
  round: number;
  locale: Locale;
  /** Of the original: what translations are compared with. */
  revision: number;
  strings: { statement: string; reasoning: string | null };
  evidence: AdoptedPassage[];
  balance: Balance;
  earlyReason: string | null;
  earlyLocale: Locale | null;
  adoptedAt: Date;
}

const COLUMNS = `version, round, locale, revision, strings, evidence, balance, early_reason as "earlyReason",
  early_locale as "earlyLocale", adopted_at as "adoptedAt"`;

/** Adopted versions: rows are added and never changed. */
@Injectable()
export class ConclusionVersions {
  constructor(
    private readonly database: DataSource,
    private readonly balances: Balances,
  ) {}

  /** Locks what it says now. The caller holds the lock. Returns the number of the version. */
  async adopt(
    tx: EntityManager,
    actor: Actor,
    found: StandingConclusion,
    early: Step['reason'],
  ): Promise<number> {
    const { id, round, locale, revision, statement, reasoning } = found;
    const version = found.version + 1;
    const balance = await this.balances.of(tx, found);
    await tx.query(
      `insert into conclusion_versions (conclusion_id, version, round, locale, revision, strings, evidence, balance,
         early_reason, early_locale, adopted_by)
       values ($1, $2, $3, $4, $5, $6, (select coalesce(json_agg(json_build_object('relation', relation,
           'groundKind', ground_kind, 'groundId', ground_id, 'groundRevision', ground_revision,
           'quote', quote, 'quoteLocale', quote_locale) order by position, cited_at), '[]')
         from evidence where statement_kind = 'conclusion' and statement_id = $1), $7, $8, $9, $10)`,
      [
        ...[id, version, round, locale, revision, JSON.stringify({ statement, reasoning })],
        ...[JSON.stringify(balance), early?.text ?? null, early?.locale ?? null, actor.person?.id ?? null],
      ],
    );
    await tx.query('update conclusions set version = $2, adopted_at = clock_timestamp() where id = $1', [
      id,
      version,
    ]);
    return version;
  }

  /** The newest first. */
  async of(id: string): Promise<ConclusionVersion[]> {
    return this.database.query<ConclusionVersion[]>(
      `select ${COLUMNS} from conclusion_versions where conclusion_id = $1 order by version desc`,
      [id],
    );
  }

  /** @throws NotFound */
  async one(id: string, version: number): Promise<ConclusionVersion> {
    const [row] = await this.database.query<ConclusionVersion[]>(
      `select ${COLUMNS} from conclusion_versions where conclusion_id = $1 and version = $2`,
      [id, version],
    );
    if (!row) throw new NotFound();
    return row;
  }
}
