import type { Actor } from '../core/access/actor';
import type { TranslationStatus } from '../core/database/translation';
import { Conflict, Forbidden, Invalid } from '../core/errors/refusal';
import type { Text, TextKind } from '../core/texts/text-kind';
import { lengthOf, longest } from '../core/texts/text-length';
import { emptySegment } from './alignment';
import { composed } from './composing';
import type { Segment } from './segment';
import { translationPolicy } from './translation.policy';
import type { Workshop } from './workshop';

/** What a translator, a reviewer, an import or a machine does to one segment. */
export interface SegmentChange {
  id: string;
  /** The version that it was done to. */
  version: number;
  /** '' takes the translation away. Left out: the text stays, and is vouched for as it is. */
  text?: string;
  status: TranslationStatus;
  /** The block of the original that it was made from, when that is not the one that stands now: for imports. */
  madeFrom?: string;
}

/** Who does it: a person, a file that she has brought, or a machine. */
export type Origin = 'person' | 'import' | `machine:${string}`;

/** A machine never overwrites a person. */
export const forMachine = ({ text, origin, madeFrom, source }: Segment): boolean =>
  text === null || (origin!.startsWith('machine:') && madeFrom !== source);

/** Who answers for a segment that is made now. */
export const vouched = (actor: Actor, origin: Origin) => ({
  origin,
  translatorId: origin.startsWith('machine:') ? null : (actor.person?.id ?? null),
  reviewerId: null,
  madeAt: new Date(),
});

export function assertMay(
  actor: Actor,
  { text, of, ...workshop }: Workshop,
  changes: readonly SegmentChange[],
): void {
  const subject = { text, locale: of.locale };
  translationPolicy.allow(actor, 'translate', subject);
  for (const { id, status, text: typed } of changes) {
    if (status !== 'reviewed') continue;
    translationPolicy.allow(actor, 'review', subject);
    const segment = workshop.segments.find((each) => each.id === id);
    const own = actor.is(segment?.translatorId) || (typed !== undefined && typed !== segment?.text);
    if (workshop.separateReview && own) throw new Forbidden('translations:refusal.own_translation');
  }
}

export function assertUnchanged({ segments, text }: Workshop, changes: readonly SegmentChange[]): void {
  const now = new Map(segments.map((segment) => [segment.id, segment]));
  const theirs = changes.flatMap(({ id, version }) => {
    const segment = now.get(id);
    if (segment?.version === version) return [];
    return [{ id, ...(segment && { version: segment.version, text: segment.text, source: segment.source }) }];
  });
  if (theirs.length > 0) throw new Conflict({ revision: text.revision, segments: theirs });
}

export function changed(
  actor: Actor,
  { segments }: Workshop,
  change: SegmentChange,
  origin: Origin,
): Segment {
  const segment = segments.find(({ id }) => id === change.id)!;
  const { source, string, position, id } = segment;
  const version = segment.version + 1;
  const text = change.text === undefined ? segment.text : change.text.trim();
  if (!text) return { ...emptySegment(string, position, source), id, version };
  const madeFrom = change.madeFrom ?? source;
  const sameText = text === segment.text && !segment.origin?.startsWith('machine:');
  const made = vouched(actor, origin);
  return {
    ...segment,
    ...made,
    ...(sameText && { translatorId: segment.translatorId, origin: segment.origin }),
    reviewerId: change.status === 'reviewed' ? (actor.person?.id ?? null) : null,
    ...{ text, madeFrom, version, status: change.status },
  };
}

/** Limits are those of the original's own form, where those do not grow. */
export function assertFits(kind: TextKind, { strings: said }: Text, segments: readonly Segment[]): void {
  const strings = composed(
    kind,
    { strings: said },
    segments.map((one) => ({ ...one, text: one.text ?? '' })),
  );
  for (const string of kind.strings) {
    const { name } = string;
    const limit = longest(string);
    const length = lengthOf(strings?.[name] ?? '', string);
    if (length > limit) throw Invalid.field(name, 'translations:problem.too_long', { limit, length });
  }
}
