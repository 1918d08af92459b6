import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Transactions } from '../core/database/transactions';
import type { Strings } from '../core/texts/text-kind';
import { emptySegment } from './alignment';
import { assertSound } from './checks/soundness';
import { alignAll, composed, taken } from './composing';
import { isSame, readPublished, responsible, wouldLose, writePublished, type Published } from './published';
import {
  assertFits,
  assertMay,
  assertUnchanged,
  changed,
  forMachine,
  vouched,
  type Origin,
  type SegmentChange,
} from './segment-changes';
import { rememberSegments, writeSegments, type TranslationOf } from './segment-store';
import { isOutdated, weakest, type Segment } from './segment';
import { translationPolicy } from './translation.policy';
import type { Workshop } from './workshop';
import { Workshops } from './workshops.service';

/** The one place where translations are made, whatever the text and whoever makes them. */
@Injectable()
export class Translations {
  constructor(
    private readonly workshops: Workshops,
    private readonly transactions: Transactions,
  ) {}

  /** For who may read the text. @throws NotFound */
  async workshop(actor: Actor, of: TranslationOf): Promise<Workshop> {
    return this.transactions.run((tx) => this.workshops.open(tx, actor, of));
  }

  /**
   * Saves what was done to some segments, all or nothing, and shows the whole to readers once no segment is missing.
   * @throws Conflict with the segments that somebody else has changed; Forbidden, Invalid
   */
  async save(
    actor: Actor,
    of: TranslationOf,
    changes: readonly SegmentChange[],
    origin: Origin = 'person',
  ): Promise<Workshop> {
    return this.transactions.run(async (tx) => {
      const workshop = await this.workshops.open(tx, actor, of);
      return this.shown(tx, actor, await this.put(tx, actor, workshop, changes, origin));
    });
  }

  /**
   * The same without showing it to readers, for who saves many in one transaction: that would hold the order of rooms
   * for as long. `follow` shows it afterwards.
   */
  async put(
    tx: EntityManager,
    actor: Actor,
    workshop: Workshop,
    changes: readonly SegmentChange[],
    origin: Origin,
  ): Promise<Workshop> {
    assertMay(actor, workshop, changes);
    assertUnchanged(workshop, changes);
    assertSound(workshop, changes);
    const made = changes.map((change) => changed(actor, workshop, change, origin));
    return this.write(tx, actor, workshop, made, origin);
  }

  /**
   * Saves a translation that was written as a whole, such as a form sends it.
   * @param revision the revision of the original that the translator had before her
   */
  async replace(
    tx: EntityManager,
    actor: Actor,
    of: TranslationOf,
    strings: Strings,
    { revision, origin = 'person' }: { revision?: number; origin?: Origin } = {},
  ): Promise<Workshop> {
    const workshop = await this.workshops.open(tx, actor, of);
    const { text, kind } = workshop;
    translationPolicy.allow(actor, 'translate', { text, locale: of.locale });
    const source = await this.workshops.stringsAt(tx, text, revision ?? text.revision);
    const made = { ...vouched(actor, origin), status: 'draft' as const };
    const before = taken(kind, source ?? {}, strings, made, emptySegment);
    const segments = source === text.strings ? before : alignAll(kind, text, before);
    await writeSegments(tx, of, workshop.segments, segments);
    return this.keep(tx, actor, { ...workshop, segments }, segments, origin);
  }

  /**
   * Takes over what a machine has made of segments that nobody has translated, or only a machine.
   * What has changed meanwhile, or what a person has translated, is left alone.
   */
  async saveMachine(
    of: TranslationOf,
    actor: Actor,
    made: { source: string; text: string }[],
    provider: string,
  ) {
    return this.transactions.run(async (tx) => {
      const workshop = await this.workshops.open(tx, actor, of);
      const texts = new Map(made.map(({ source, text }) => [source, text]));
      const changes = workshop.segments
        .filter((segment) => forMachine(segment) && texts.has(segment.source))
        .map((segment) => ({
          ...segment,
          ...vouched(actor, `machine:${provider}`),
          ...{ text: texts.get(segment.source)!, madeFrom: segment.source, status: 'machine' as const },
          version: segment.version + 1,
        }));
      return this.keep(tx, actor, workshop, changes, `machine:${provider}`);
    });
  }

  /** Brings the segments up to what the original says now. Says the same as often as it is asked. */
  async follow(actor: Actor, of: TranslationOf): Promise<Workshop> {
    return this.transactions.run(async (tx) =>
      this.keep(tx, actor, await this.workshops.open(tx, actor, of), [], 'person'),
    );
  }

  private async keep(
    tx: EntityManager,
    actor: Actor,
    workshop: Workshop,
    made: readonly Segment[],
    origin: string,
  ): Promise<Workshop> {
    return this.shown(tx, actor, await this.write(tx, actor, workshop, made, origin));
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    workshop: Workshop,
    made: readonly Segment[],
    origin: string,
  ): Promise<Workshop> {
    const { of, kind, text } = workshop;
    const byId = new Map(made.map((segment) => [segment.id, segment]));
    const segments = workshop.segments.map((segment) => byId.get(segment.id) ?? segment);
    assertFits(kind, text, segments);
    await writeSegments(tx, of, workshop.segments, segments);
    if (made.length > 0) await rememberSegments(tx, of, actor, origin, made);
    return { ...workshop, segments };
  }

  private async shown(tx: EntityManager, actor: Actor, workshop: Workshop): Promise<Workshop> {
    return { ...workshop, published: await this.publish(tx, actor, workshop) };
  }

  /** A translation with a gap is not shown: the last good one stays, and says that it is outdated. */
  private async publish(tx: EntityManager, actor: Actor, workshop: Workshop): Promise<Published | undefined> {
    const { text, kind, of, segments, published } = workshop;
    const strings = composed(kind, text, segments);
    const made = segments.filter((segment) => segment.text !== null);
    if (!strings || made.length === 0 || (published && wouldLose(text, published, strings))) return published;
    const sourceRevision = isOutdated(made)
      ? Math.min(published?.sourceRevision ?? text.revision, text.revision - 1)
      : text.revision;
    const status = weakest(made);
    const shown = { strings, status, sourceRevision, ...responsible(made) };
    if (published && isSame(published, shown)) return published;
    await writePublished(tx, kind, text, of.locale, shown);
    await kind.translated(tx, actor, text, { locale: of.locale, status });
    return readPublished(tx, kind, of.id, of.locale);
  }
}
