import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Reason } from './reason.schema';

/** What those who keep order do in a room, beside what they decide about posts. */
export const ROOM_MEASURES = [
  ...(['remove', 'readmit', 'slow', 'newcomers'] as const),
  ...(['approve', 'refuse', 'lock', 'unlock'] as const),
] as const;
export type RoomMeasureKind = (typeof ROOM_MEASURES)[number];

export interface RoomMeasure {
  roomId: string;
  measure: RoomMeasureKind;
  /** Whom it concerns. */
  personId?: string | null;
  threadId?: string | null;
  /** Seconds of slow mode; posts of newcomers that wait. */
  amount?: number;
  /** The last day of a removal. */
  until?: string | null;
  reason?: Reason | null;
}

/** Adds it to the log of decisions, in the transaction that does it: no row of that is ever changed. */
export async function logMeasure(
  tx: EntityManager,
  actor: Actor,
  { roomId, measure, personId, threadId, amount, until, reason }: RoomMeasure,
): Promise<void> {
  await tx.query(
    `insert into room_measures (room_id, measure, person_id, thread_id, amount, until, reason, locale, decided_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[roomId, measure, personId ?? null, threadId ?? null, amount ?? null, until ?? null],
      ...[reason?.text ?? null, reason?.locale ?? null, actor.person?.id ?? null],
    ],
  );
}
