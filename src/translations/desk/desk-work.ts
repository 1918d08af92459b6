import type { Actor } from '../../core/access/actor';
import type { TranslationStatus } from '../../core/database/translation';
import { stateOf, type Segment } from '../segment';
import type { SegmentChange } from '../segment-changes';
import type { Workshop } from '../workshop';
import type { Typed, Work } from './desk.schema';
import { isTyped, versionIn } from './seen';

/** What a form of the desk does to which segments. What is typed anywhere on the page is saved too, as a draft. */
export function changesOf(actor: Actor, workshop: Workshop, { verb, at, typed }: Work): SegmentChange[] {
  const known = new Map(workshop.segments.map((segment) => [segment.id, segment]));
  const changes = typed
    .filter(({ id }) => !(verb === 'discard' && id === at))
    .flatMap((each) => changeOf(each, known.get(each.id), each.id === at ? verb : 'save', actor, workshop));
  return verb === 'send' ? sent(workshop.segments, changes) : changes;
}

function changeOf(
  { id, text, seen }: Typed,
  segment: Segment | undefined,
  verb: Work['verb'],
  actor: Actor,
  workshop: Workshop,
): SegmentChange[] {
  const version = versionIn(seen);
  if (isTyped(text, seen, segment?.text))
    return [{ id, version, text, status: verb === 'reviewed' && text.trim() ? 'reviewed' : 'draft' }];
  const status = segment?.text ? vouchedFor(verb, segment, actor, workshop) : undefined;
  return status ? [{ id, version, status }] : [];
}

/** What becomes of a text that stays as it is. */
function vouchedFor(
  verb: Work['verb'],
  segment: Segment,
  actor: Actor,
  { can, separateReview }: Workshop,
): SegmentChange['status'] | undefined {
  if (verb === 'reviewed') return 'reviewed';
  if (verb === 'draft') return stateOf(segment) === 'draft' ? undefined : 'draft';
  if (verb !== 'current') return undefined;
  if (segment.status !== 'reviewed') return segment.status === 'in_review' ? 'in_review' : 'draft';
  return can.review && !(separateReview && actor.is(segment.translatorId)) ? 'reviewed' : 'in_review';
}

const READY: (TranslationStatus | null)[] = ['draft'];

/** Everything that is a draft now waits for a reviewer; what is outdated has to be looked at first. */
function sent(segments: readonly Segment[], changes: readonly SegmentChange[]): SegmentChange[] {
  const typed = new Set(changes.map(({ id }) => id));
  const others = segments
    .filter(({ id, text, status, madeFrom, source }) => {
      return !typed.has(id) && text !== null && madeFrom === source && READY.includes(status);
    })
    .map(({ id, version }) => ({ id, version, status: 'in_review' as const }));
  return [
    ...changes.map((change) => (change.text === '' ? change : { ...change, status: 'in_review' as const })),
    ...others,
  ];
}
