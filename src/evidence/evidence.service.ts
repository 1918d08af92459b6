import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Invalid, NotFound } from '../core/errors/refusal';
import type { Locale } from '../core/i18n/locales';
import { EvidenceJournal, type Link } from './evidence-journal.service';
import { EvidenceReading, type EvidenceFact } from './evidence-reading.service';
import type { EvidenceView } from './evidence.schema';
import { type Ground, Grounds } from './grounds.service';
import { Quotations } from './quotations.service';
import type { EvidenceStanding, Relation, Subject } from './relation';
import { StatementKinds } from './statement-kinds.service';

export interface Citation {
  relation: Relation;
  ground: Subject;
  /** The passage, in the language in which the ground was written. */
  quote?: string | null;
}

/** What statements rest on: the one path from a post to the printed chapter (docs/decisions/021-one-path.md). */
@Injectable()
export class Evidence {
  constructor(
    private readonly statements: StatementKinds,
    private readonly grounds: Grounds,
    private readonly quotations: Quotations,
    private readonly journal: EvidenceJournal,
    private readonly reading: EvidenceReading,
  ) {}

  /**
   * In the transaction of the verb that writes the statement. The same passage of the same ground once: citing it again
   * is to confirm it. Returns the id of the link.
   * @throws NotFound when the ground or the statement is not there for this actor
   * @throws Invalid at `evidence` or `quote`
   */
  async cite(
    tx: EntityManager,
    actor: Actor,
    statement: Subject,
    { relation, ground: cited, quote = null }: Citation,
  ): Promise<string> {
    await this.statements.named(statement.kind).allowCiting(tx, actor, statement.id);
    const ground = await this.grounds.find(tx, actor, cited);
    if (quote !== null) await this.quotations.assertStands(tx, ground, quote);
    await lock(tx);
    await refuseCircle(tx, statement, ground);
    const known = await sameLink(tx, statement, ground, relation, quote);
    if (known) await stand(tx, known, ground);
    const id = known ?? (await insert(tx, actor, statement, ground, relation, quote));
    const link = { id, relation, statement, ground: cited };
    await this.journal.record(tx, actor, known ? 'evidence.confirmed' : 'evidence.cited', link);
    return id;
  }

  /** It does not rest on that any more. @throws NotFound, Forbidden */
  async drop(tx: EntityManager, actor: Actor, id: string): Promise<void> {
    const link = await this.link(tx, actor, id);
    await tx.query('delete from evidence where id = $1', [id]);
    await this.journal.record(tx, actor, 'evidence.dropped', link);
  }

  /**
   * Cites it anew as it stands now: somebody has looked at what changed, and the statement still holds.
   * @param quote other words than before, where those do not stand there any more
   * @throws Invalid at `quote`, NotFound when there is nothing left to rest on
   */
  async confirm(tx: EntityManager, actor: Actor, id: string, quote?: string | null): Promise<void> {
    const link = await this.link(tx, actor, id);
    const ground = await this.grounds.find(tx, actor, link.ground);
    const words = quote === undefined ? link.quote : quote;
    if (words !== null) await this.quotations.assertStands(tx, ground, words);
    await stand(tx, id, ground);
    if (quote !== undefined) await tx.query('update evidence set quote = $2 where id = $1', [id, quote]);
    await this.journal.record(tx, actor, 'evidence.confirmed', link);
  }

  /** What each of these statements rests on, in order, as far as the reader may see; who reads them is known to read them. */
  of(
    actor: Actor,
    kind: string,
    ids: readonly string[],
    locales: readonly Locale[],
    tx?: EntityManager,
  ): Promise<Map<string, EvidenceView[]>> {
    return this.reading.of(actor, kind, ids, locales, tx);
  }

  /** The worst that happened to anything that each of these statements rests on, however far away; `sound` for nothing. */
  standingOf(ids: readonly string[], tx?: EntityManager): Promise<Map<string, EvidenceStanding>> {
    return this.reading.standingOf(ids, tx);
  }

  /** What each of these statements rests on, without anybody's words: for what is frozen. */
  facts(kind: string, ids: readonly string[], tx?: EntityManager): Promise<Map<string, EvidenceFact[]>> {
    return this.reading.facts(kind, ids, tx);
  }

  private async link(tx: EntityManager, actor: Actor, id: string): Promise<Link & { quote: string | null }> {
    const [row] = await tx.query<LinkRow[]>(
      `select relation, statement_kind, statement_id, ground_kind, ground_id, quote from evidence where id = $1`,
      [id],
    );
    if (!row) throw new NotFound();
    const statement = { kind: row.statement_kind, id: row.statement_id };
    await this.statements.named(statement.kind).allowCiting(tx, actor, statement.id);
    const ground = { kind: row.ground_kind, id: row.ground_id };
    return { id, relation: row.relation, statement, ground, quote: row.quote };
  }
}

interface LinkRow {
  relation: Relation;
  statement_kind: string;
  statement_id: string;
  ground_kind: string;
  ground_id: string;
  quote: string | null;
}

/** Two who cite each other at the same moment wait for each other, to the end of their transactions. */
const lock = (tx: EntityManager) => tx.query(`select pg_advisory_xact_lock(hashtext('evidence'))`);

/** @throws Invalid at `evidence` when the ground rests on the statement, however far away */
async function refuseCircle(tx: EntityManager, statement: Subject, ground: Subject): Promise<void> {
  const [{ circle }] = await tx.query<[{ circle: boolean }]>(
    `with recursive above (id) as (
       select $2::uuid
       union
       select link.ground_id from above join evidence link on link.statement_id = above.id
     )
     select exists (select from above where id = $1::uuid) as circle`,
    [statement.id, ground.id],
  );
  if (circle) throw Invalid.field('evidence', 'evidence:problem.circle');
}

async function sameLink(
  tx: EntityManager,
  statement: Subject,
  ground: Subject,
  relation: Relation,
  quote: string | null,
): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }[]>(
    `select id from evidence where statement_kind = $1 and statement_id = $2 and ground_kind = $3 and ground_id = $4
       and relation = $5 and quote is not distinct from $6`,
    [statement.kind, statement.id, ground.kind, ground.id, relation, quote],
  );
  return row?.id;
}

async function insert(
  tx: EntityManager,
  actor: Actor,
  statement: Subject,
  ground: Ground,
  relation: Relation,
  quote: string | null,
): Promise<string> {
  const [row] = await tx.query<[{ id: string }]>(
    `insert into evidence (relation, statement_kind, statement_id, ground_kind, ground_id, ground_revision, quote,
       quote_locale, cited_by, position)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9,
       (select coalesce(max(position) + 1, 0) from evidence where statement_kind = $2 and statement_id = $3))
     returning id`,
    [
      ...[relation, statement.kind, statement.id, ground.kind, ground.id, ground.revision],
      ...[quote, quote === null ? null : ground.locale, actor.person?.id ?? null],
    ],
  );
  return row.id;
}

/** As it stands now. */
const stand = (tx: EntityManager, id: string, ground: Ground) =>
  tx.query(
    `update evidence set ground_revision = $2, cited_at = clock_timestamp(), standing = 'sound',
       quote_locale = case when quote is not null then $3 end,
       standing_since = case when standing = 'sound' then standing_since else clock_timestamp() end
     where id = $1`,
    [id, ground.revision, ground.locale],
  );
