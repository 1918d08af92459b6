import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Locale } from '../../core/i18n/locales';
import { Journal } from '../../core/journal/journal';
import type { PracticeCase } from '../practice-case';
import { LIMITS, type PracticeString } from '../practice-strings';
import { Practice } from '../practice.entity';
import { practiceFields, type PracticeField } from '../practice.schema';
import { PracticeActor } from '../rows/practice-actor.entity';
import { PracticeLink } from '../rows/practice-link.entity';
import { PracticeResult } from '../rows/practice-result.entity';
import type { Rows } from '../rows/row-kinds';

/** The lists of a case that belong to its words; where it was used elsewhere grows by itself. */
export type PracticeLists = { [List in keyof Rows]: Rows[List][] };

/** What a case said when it was frozen. */
export interface PracticeVersion {
  version: number;
  locale: Locale;
  /** Of the original, when it was frozen: what translations are compared with. */
  revision: number;
  strings: Record<PracticeString, string | null>;
  facts: Omit<Pick<Practice, PracticeField>, PracticeString> & Pick<Practice, 'rating' | 'partnershipId'>;
  lists: PracticeLists;
  note: string | null;
  frozenAt: Date;
}

const WORDS = Object.keys(LIMITS) as PracticeString[];
const FACTS = (Object.keys(practiceFields) as PracticeField[]).filter((name) => !(name in LIMITS));

/** Frozen versions: rows are added and never changed. */
@Injectable()
export class PracticeVersions {
  constructor(
    private readonly database: DataSource,
    private readonly journal: Journal,
  ) {}

  /** Keeps what the case says now as its next version. Returns its number. */
  async freeze(tx: EntityManager, actor: Actor, found: PracticeCase, note: string | null): Promise<number> {
    const { id, partnershipId } = found;
    const version = await this.keep(tx, found, note, actor);
    const [subject, scope] = [
      { kind: 'practice', id },
      { kind: 'partnership', id: partnershipId },
    ];
    await this.journal.record(tx, 'practice.frozen', { actor, subject, scope, data: { version } });
    return version;
  }

  /** The same without a word in the journal: for what never happened, such as a demonstration. */
  async keep(
    tx: EntityManager,
    { id, version: last }: Pick<PracticeCase, 'id' | 'version'>,
    note: string | null,
    actor: Actor,
  ): Promise<number> {
    const row = await tx.findOneByOrFail(Practice, { id });
    const lists = await listsOf(tx, id);
    const version = last + 1;
    const facts = Object.fromEntries(
      [...FACTS, 'rating' as const, 'partnershipId' as const].map((name) => [name, row[name]]),
    );
    await tx.query(
      `insert into practice_versions (practice_id, version, locale, revision, strings, facts, lists, note, frozen_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[id, version, row.locale, row.revision, JSON.stringify(wordsOf(row)), JSON.stringify(facts)],
        ...[JSON.stringify(lists), note, actor.person?.id ?? null],
      ],
    );
    await tx.query('update practices set version = $2 where id = $1', [id, version]);
    return version;
  }

  /** The newest first. */
  async of(practiceId: string): Promise<PracticeVersion[]> {
    return this.database.query<PracticeVersion[]>(
      `select version, locale, revision, strings, facts, lists, note, frozen_at as "frozenAt"
       from practice_versions where practice_id = $1 order by version desc`,
      [practiceId],
    );
  }

  /** The newest of each of these cases. */
  async newestOf(practiceIds: readonly string[]): Promise<Map<string, PracticeVersion>> {
    if (practiceIds.length === 0) return new Map();
    const rows = await this.database.query<(PracticeVersion & { practiceId: string })[]>(
      `select distinct on (practice_id) practice_id as "practiceId", version, locale, revision, strings, facts, lists,
         note, frozen_at as "frozenAt"
       from practice_versions where practice_id = any($1) order by practice_id, version desc`,
      [practiceIds],
    );
    return new Map(rows.map((row) => [row.practiceId, row]));
  }
}

const wordsOf = (row: Practice): Record<string, string | null> =>
  Object.fromEntries(WORDS.map((name) => [name, row[name]]));

async function listsOf(tx: EntityManager, practiceId: string): Promise<PracticeLists> {
  const order = { position: 'ASC' } as const;
  return {
    actors: await tx.find(PracticeActor, { where: { practiceId }, order }),
    results: await tx.find(PracticeResult, { where: { practiceId }, order }),
    links: await tx.find(PracticeLink, { where: { practiceId }, order }),
  };
}
