import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { NotFound } from '../../core/errors/refusal';
import type { Locale } from '../../core/i18n/locales';
import type { EvidenceRow } from '../evidence-rows';
import { type GroundWords, GroundsInWords } from '../grounds-in-words.service';
import { type Ground, Grounds } from '../grounds.service';
import type { Subject } from '../relation';
import { SOURCE } from '../source';
import type { PathLink, PathView, Station } from './path.schema';
import { walk } from './walking';

/** The way from what people said to what policy reads, in both directions, as far as a reader may see it. */
@Injectable()
export class Paths {
  constructor(
    private readonly database: DataSource,
    private readonly grounds: Grounds,
    private readonly inWords: GroundsInWords,
  ) {}

  /** @throws NotFound also when the reader may not see where it begins */
  async of(
    actor: Actor,
    { kind, id }: Subject,
    locales: readonly Locale[],
  ): Promise<{ view: PathView; root: Ground }> {
    const root = (await this.grounds.among(this.database, actor, kind, [id])).get(id);
    if (!root) throw new NotFound();
    const [below, above] = await Promise.all([
      walk(this.database, this.grounds, actor, id, 'below'),
      walk(this.database, this.grounds, actor, id, 'above'),
    ]);
    // A source is everybody's as soon as something that they may read rests on it.
    if (kind === SOURCE && above.seen.size === 0) throw new NotFound();
    const seen = new Map([...below.seen, ...above.seen, [id, root]]);
    const words = await this.inWords.of(this.database, [...seen.values()], locales);
    const drawing = new Drawing(seen, words);
    const view = {
      root: drawing.station(id),
      below: below.links.map((row) => drawing.link(row)),
      above: above.links.map((row) => drawing.link(row)),
      cut: below.cut || above.cut,
      stations: [...drawing.stations.values()],
    };
    return { view, root };
  }
}

/** Names stations by numbers: what is hidden has no other name. */
class Drawing {
  readonly stations = new Map<string, Station>();

  constructor(
    private readonly seen: ReadonlyMap<string, Ground>,
    private readonly words: GroundWords,
  ) {}

  station(id: string): string {
    const known = this.stations.get(id);
    if (known) return known.key;
    const key = String(this.stations.size + 1);
    const ground = this.seen.get(id);
    this.stations.set(id, ground ? this.visible(key, ground) : hidden(key));
    return key;
  }

  link(row: EvidenceRow): PathLink {
    const ground = this.seen.get(row.ground_id);
    const quoted = row.quote !== null && ground?.shown && this.seen.has(row.statement_id);
    return {
      ...{ statement: this.station(row.statement_id), ground: this.station(row.ground_id) },
      ...{ relation: row.relation, standing: row.standing, standingSince: row.standing_since.toISOString() },
      revision: ground ? row.ground_revision : null,
      quote: quoted
        ? {
            ...{ text: row.quote!, locale: row.quote_locale ?? ground.locale },
            rendering: this.words.passage(ground, row.quote!),
          }
        : null,
    };
  }

  private visible(key: string, ground: Ground): Station {
    return {
      ...{ key, kind: ground.kind, id: ground.id, path: ground.path, title: this.words.title(ground) },
      country: ground.text?.country ?? null,
      ...{ at: ground.text?.at?.toISOString() ?? null, revision: ground.revision, withdrawn: !ground.shown },
      address: ground.source?.address ?? null,
    };
  }
}

const hidden = (key: string): Station => ({
  ...{
    key,
    kind: null,
    id: null,
    path: null,
    title: null,
    country: null,
    at: null,
    revision: null,
    withdrawn: false,
  },
  address: null,
});
