import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { Locale } from '../../core/i18n/locales';

/** What was once translated, as it is offered again. */
export interface Remembered {
  id: string;
  source: string;
  target: string;
  /** `person`, `import` or `machine:<provider>`. */
  origin: string;
  /** How much of the source is the same, in percent; 100: all of it. */
  likeness: number;
}

/** From one language into another. `place`: where it may be used; null for everywhere. */
export interface Pair {
  from: Locale;
  to: Locale;
  place: string | null;
}

interface Row extends Omit<Remembered, 'likeness'> {
  likeness: number;
}

const NEAR = 0.7;
const OFFERED = 5;
/** Longer texts are compared by their beginnings. */
const COMPARED = 1000;

export const hashOf = (source: string): string => createHash('sha256').update(source).digest('base64url');

/**
 * Everything that was ever translated, segment by segment: nobody translates a sentence twice, and no machine is paid
 * for it twice. What comes from a room that not everybody reads is offered in that room only.
 */
@Injectable()
export class TranslationMemory {
  constructor(private readonly database: DataSource) {}

  /** For the translator: the same sentence, and such as are like it, what people made first. */
  async lookup(source: string, from: Locale, to: Locale, place: string | null): Promise<Remembered[]> {
    return this.database.transaction(async (tx) => {
      await tx.query(`select set_config('pg_trgm.similarity_threshold', $1, true)`, [NEAR]);
      const rows = await tx.query<Row[]>(
        `select id, source, target, origin,
           case when source = $1 then 100 else least(99, floor(100 * similarity(left(source, ${COMPARED}), $6)))::int end as likeness
         from translation_memory
         where source_locale = $2 and target_locale = $3 and (place is null or place = $4)
           and (source_hash = $5 or left(source, ${COMPARED}) % $6)
         order by likeness desc, machine, used desc, made_at desc limit $7`,
        [source, from, to, place, hashOf(source), source.slice(0, COMPARED), OFFERED],
      );
      return rows.filter(({ likeness }) => likeness >= 100 * NEAR);
    });
  }

  /** The same sentences, for a machine: what a person made before what a machine made. By source. */
  async exact(
    database: DataSource | EntityManager,
    sources: readonly string[],
    { from, to, place }: Pair,
  ): Promise<Map<string, Remembered>> {
    const rows = await database.query<Row[]>(
      `select distinct on (source_hash) id, source, target, origin, 100 as likeness from translation_memory
       where source_hash = any($1) and source_locale = $2 and target_locale = $3 and (place is null or place = $4)
       order by source_hash, machine, (place is null), made_at desc`,
      [sources.map(hashOf), from, to, place],
    );
    return new Map(rows.map((row) => [row.source, row]));
  }

  /** What somebody has withdrawn is offered to nobody, unless another text says the same. */
  async forget(ownerId: string): Promise<void> {
    await this.database.query(
      `delete from translation_memory memory using translation_segments segment
       where segment.owner_id = $1 and memory.source in (segment.source, segment.made_from)
         and memory.target_locale = segment.locale and not exists (
           select from translation_segments other
           where other.owner_id <> $1 and other.locale = segment.locale and other.made_from = memory.source)`,
      [ownerId],
    );
  }

  /** Keeps translations; the newest by a person and the newest by a machine. */
  async remember(
    database: DataSource | EntityManager,
    pair: Pair,
    made: readonly { source: string; target: string; origin: string }[],
  ): Promise<void> {
    if (made.length === 0) return;
    const rows = made.map((row) => ({ ...row, hash: hashOf(row.source) }));
    await database.query(
      `insert into translation_memory (source_locale, target_locale, place, source_hash, source, target, origin)
       select distinct on (row.hash, row.origin like 'machine:%') $1, $2, $3::uuid, row.hash, row.source, row.target, row.origin
       from json_to_recordset($4) as row (hash text, source text, target text, origin text)
       order by row.hash, row.origin like 'machine:%'
       on conflict on constraint translation_memory_once do update
         set target = excluded.target, origin = excluded.origin, made_at = clock_timestamp()
         where translation_memory.target <> excluded.target or translation_memory.origin <> excluded.origin`,
      [pair.from, pair.to, pair.place, JSON.stringify(rows)],
    );
  }

  /** Counts what was taken from here. */
  async used(database: DataSource | EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await database.query(
      'update translation_memory set used = used + 1, used_at = clock_timestamp() where id = any($1)',
      [ids],
    );
  }
}
