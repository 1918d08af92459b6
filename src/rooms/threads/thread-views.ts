import type { Actor } from '../../core/access/actor';
import { rendered } from '../../core/database/rendered';
import type { Locale } from '../../core/i18n/locales';
import type { Reason } from '../keeping/reason.schema';
import { effectiveLevel, levelFrom } from '../following/level';
import type { StandingThread } from './standing-thread';
import { threadPolicy } from './thread.policy';
import type { ThreadView } from './thread.schema';

/** A thread as one reader sees it. */
export function threadView(actor: Actor, thread: StandingThread, locales: readonly Locale[]): ThreadView {
  const { id, roomId, revision, openedBy, opener, lastNumber, readUpTo, levels } = thread;
  const level = effectiveLevel(levels);
  return {
    id,
    roomId,
    title: rendered(thread, (row) => row.title, locales)!,
    revision,
    openedBy: { id: openedBy, name: opener },
    openedAt: thread.openedAt.toISOString(),
    closed: thread.closedAt !== null,
    closedReason: closedReason(thread),
    pinned: thread.pinnedAt !== null,
    resolvedAt: thread.resolvedAt?.toISOString() ?? null,
    resolvedBy: thread.resolvedBy ? { id: thread.resolvedBy, name: thread.resolver! } : null,
    resolutionId: thread.resolutionId,
    themes: thread.themes,
    mergedInto: thread.mergedIntoId,
    postCount: lastNumber,
    lastPostAt: thread.lastPostAt.toISOString(),
    unread:
      actor.signedIn && level !== 'muted' && !thread.mergedIntoId ? Math.max(0, lastNumber - readUpTo) : 0,
    readUpTo,
    level,
    levelFrom: levelFrom(levels),
    can: threadPolicy.can(actor, thread),
  };
}

const closedReason = ({ closedReason: text, closedReasonLocale: locale }: StandingThread): Reason | null =>
  text !== null && locale ? { text, locale } : null;
