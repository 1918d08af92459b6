import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { NotFound } from '../../core/errors/refusal';
import type { Entries, Entry } from '../../core/journal/entry';
import { Journal } from '../../core/journal/journal';
import type { RoomEntryName } from '../rooms.entries';

/**
 * The one order of a room. The row lock taken here is held to the commit,
 * so that the order of commits is the order of numbers, without gaps (DESIGN §6.1).
 */
@Injectable()
export class RoomOrder {
  constructor(private readonly journal: Journal) {}

  async next(tx: EntityManager, roomId: string): Promise<number> {
    const [rows] = await tx.query<[{ seq: string }[], number]>(
      'update rooms set last_seq = last_seq + 1 where id = $1 returning last_seq as seq',
      [roomId],
    );
    if (!rows[0]) throw new NotFound();
    return Number(rows[0].seq);
  }

  /** Takes the next number and writes the entry under it. Used by every verb that changes what a room shows. */
  async record<Name extends RoomEntryName>(
    tx: EntityManager,
    name: Name,
    actor: Actor,
    roomId: string,
    subject: { kind: string; id: string },
    data: Entries[Name],
    seq?: number,
  ): Promise<Entry<Name>> {
    return this.journal.record(tx, name, {
      actor,
      subject,
      scope: { kind: 'room', id: roomId },
      seq: seq ?? (await this.next(tx, roomId)),
      data,
    });
  }
}
