import type { Actor } from '../../core/access/actor';
import { rendered } from '../../core/database/rendered';
import type { Locale } from '../../core/i18n/locales';
import { roomPolicy } from '../../rooms/room.policy';
import type { StandingConclusion } from '../standing-conclusion';
import type { ConclusionSummary } from './conclusion.schema';

/** As every list shows it. */
export function summaryOf(
  actor: Actor,
  row: StandingConclusion,
  locales: readonly Locale[],
): Omit<ConclusionSummary, 'replacedBy'> {
  const { id, number, room, threadId, state, version, isPublic, positionsUntil, adoptedAt } = row;
  const open = roomPolicy.may(actor, 'read', room);
  return {
    id,
    number,
    room: { id: room.id, slug: room.slug, name: rendered(room, ({ name }) => name, locales)!, open },
    partnershipId: room.partnershipId,
    platformId: room.platformId,
    threadId: row.threadReadable ? threadId : null,
    state,
    version,
    statement: rendered(row, ({ statement }) => statement, locales)!,
    positionsUntil: state === 'positions' ? positionsUntil!.toISOString() : null,
    adoptedAt: adoptedAt?.toISOString() ?? null,
    public: isPublic,
  };
}
