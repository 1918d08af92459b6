import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { NotFound } from '../core/errors/refusal';
import type { Strings, Text, TextKind } from '../core/texts/text-kind';
import { TextKinds } from '../core/texts/text-kinds';
import { emptySegment } from './alignment';
import { alignAll, composed, taken } from './composing';
import { readPublished, sameStrings, type Published } from './published';
import { lockTranslation, readSegments, writeSegments, type TranslationOf } from './segment-store';
import { isOutdated, type Segment } from './segment';
import { translationPolicy } from './translation.policy';
import type { Workshop } from './workshop';

/** Lays out the work on a translation: the segments as the original stands now, with what has been made of them. */
@Injectable()
export class Workshops {
  constructor(private readonly kinds: TextKinds) {}

  /** Locks the translation until the transaction ends. @throws NotFound when the actor may not read the text */
  async open(tx: EntityManager, actor: Actor, of: TranslationOf): Promise<Workshop> {
    const text = await this.kinds.find(actor, of.kind, of.id, tx);
    if (text.locale === of.locale) throw new NotFound();
    await lockTranslation(tx, of);
    const kind = this.kinds.named(of.kind);
    const published = await readPublished(tx, kind, of.id, of.locale);
    const before = await readSegments(tx, of);
    const segments = await this.upToDate(tx, kind, text, before, published);
    await writeSegments(tx, of, before, segments);
    return {
      ...{ text, kind, of, segments, published },
      separateReview: await this.separateReview(tx, text),
      can: translationPolicy.can(actor, { text, locale: of.locale }),
    };
  }

  /** Translations that were never worked on here, or were written elsewhere since, are taken apart first. */
  private async upToDate(
    tx: EntityManager,
    kind: TextKind,
    text: Text,
    segments: Segment[],
    published: Published | undefined,
  ): Promise<Segment[]> {
    if (!published) return alignAll(kind, text, segments);
    const { sourceRevision, status, origin, translatorId, reviewerId, translatedAt } = published;
    const source = await this.stringsAt(tx, text, sourceRevision);
    const told = source && composed(kind, { strings: source }, segments);
    const unfinished = !told || segments.some((segment) => segment.text === null) || isOutdated(segments);
    const known = segments.length > 0 && (unfinished || sameStrings(told, published.strings));
    const made = { status, origin, translatorId, reviewerId, madeAt: translatedAt };
    const own = known ? segments : taken(kind, source ?? {}, published.strings, made, emptySegment);
    const aligned = alignAll(kind, text, own);
    if (sourceRevision < text.revision || aligned.some((segment) => segment.text === null)) return aligned;
    // Nothing but a typo was changed: what was made of it stands.
    return aligned.map((segment) =>
      segment.text === null ? segment : { ...segment, madeFrom: segment.source },
    );
  }

  /** What the original said at a revision; undefined when nobody has kept that. */
  async stringsAt(tx: EntityManager, text: Text, revision: number): Promise<Strings | undefined> {
    if (revision >= text.revision) return text.strings;
    const [row] = await tx.query<{ strings: Strings }[]>(
      `select strings from original_revisions where owner_id = $1 and revision >= $2 order by revision limit 1`,
      [text.id, revision],
    );
    return row?.strings;
  }

  private async separateReview(tx: EntityManager, { partnershipId }: Text): Promise<boolean> {
    const [row] = await tx.query<{ separate_review: boolean }[]>(
      'select separate_review from translation_rules where partnership_id = $1',
      [partnershipId],
    );
    return row?.separate_review ?? false;
  }
}
