import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import type { Locale } from '../core/i18n/locales';
import { readAuthors, type Author } from './authors';
import type { EvidenceRow } from './evidence-rows';
import type { EvidenceGround, EvidenceView } from './evidence.schema';
import { type GroundWords, GroundsInWords } from './grounds-in-words.service';
import { type Ground, Grounds } from './grounds.service';
import { GroundResults } from './ground-results.service';
import type { VoteResult } from './result-kind';
import type { Source } from './source';

/** Links as readers see them: what they may not see is counted and not named. */
@Injectable()
export class EvidenceViews {
  constructor(
    private readonly grounds: Grounds,
    private readonly inWords: GroundsInWords,
    private readonly results: GroundResults,
  ) {}

  /** By the id of the link. */
  async of(
    database: DataSource | EntityManager,
    actor: Actor,
    rows: readonly EvidenceRow[],
    locales: readonly Locale[],
  ): Promise<Map<string, EvidenceView>> {
    const grounds = await this.groundsOf(database, actor, rows);
    const found = [...grounds.values()];
    const words = await this.inWords.of(database, found, locales);
    const authors = await readAuthors(database, found);
    const votes = await this.results.of(database, found, locales);
    return new Map(
      rows.map((row) => {
        const ground = grounds.get(row.ground_id);
        const author = authors.get(row.ground_id) ?? null;
        return [row.id, viewOf(row, ground, words, { author, vote: votes.get(row.ground_id) ?? null })];
      }),
    );
  }

  private async groundsOf(
    database: DataSource | EntityManager,
    actor: Actor,
    rows: readonly EvidenceRow[],
  ): Promise<Map<string, Ground>> {
    const grounds = new Map<string, Ground>();
    for (const kind of new Set(rows.map(({ ground_kind }) => ground_kind))) {
      const ids = rows.filter((row) => row.ground_kind === kind).map((row) => row.ground_id);
      for (const [id, ground] of await this.grounds.among(database, actor, kind, ids))
        grounds.set(id, ground);
    }
    return grounds;
  }
}

/** What is read of all grounds at once. */
interface Known {
  author: Author | null;
  vote: VoteResult | null;
}

function viewOf(
  row: EvidenceRow,
  ground: Ground | undefined,
  words: GroundWords,
  known: Known,
): EvidenceView {
  return {
    ...{ id: row.id, relation: row.relation, kind: row.ground_kind, standing: row.standing },
    ...{ standingSince: row.standing_since.toISOString(), citedAt: row.cited_at.toISOString() },
    ...{ hidden: ground === undefined, revision: ground ? row.ground_revision : null },
    quote: ground?.shown ? quoteOf(row, ground, words) : null,
    ground: ground ? groundOf(ground, words, known) : null,
  };
}

/** What somebody withdrew is not said again in a quotation. */
function quoteOf(
  { quote, quote_locale }: EvidenceRow,
  ground: Ground,
  words: GroundWords,
): EvidenceView['quote'] {
  if (quote === null) return null;
  return { text: quote, locale: quote_locale ?? ground.locale, rendering: words.passage(ground, quote) };
}

function groundOf(ground: Ground, words: GroundWords, known: Known): EvidenceGround {
  const { id, path, revision, text, source } = ground;
  return {
    ...{ id, path, title: words.title(ground), revision, at: text?.at?.toISOString() ?? null },
    ...known,
    source: source && bibliographic(source),
  };
}

const bibliographic = ({ publisher, address, published, readOn, deadSince }: Source) => ({
  ...{ publisher, address, published, readOn, deadSince },
});
