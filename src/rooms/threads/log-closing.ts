import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Reason } from '../keeping/reason.schema';
import { logMeasure } from '../keeping/room-measures';
import { keeps } from '../room.policy';
import type { Thread } from './thread.entity';

/** Closing a thread is a measure when those who keep order do it to somebody else's; who closes her own has finished it. */
export async function logClosing(
  tx: EntityManager,
  actor: Actor,
  { id: threadId, roomId, openedBy, room }: Thread,
  closed: boolean,
  reason: Reason | null,
): Promise<void> {
  if (!keeps(actor, room) || (closed && actor.is(openedBy))) return;
  const measure = closed ? 'lock' : 'unlock';
  await logMeasure(tx, actor, { roomId, threadId, measure, personId: openedBy, reason });
}
