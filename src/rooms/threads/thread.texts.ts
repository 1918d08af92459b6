import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { RoomOrder } from '../live/room-order';
import { threadPolicy } from './thread.policy';

/** Titles of threads as texts. */
@Injectable()
export class ThreadTexts extends TextKind {
  readonly name = 'thread';
  readonly label = 'rooms:text.threads';
  readonly table = 'threads';
  readonly translations = 'thread_translations';
  override readonly joins = 'join rooms room on room.id = owner.room_id';
  readonly strings = [{ name: 'title', form: 'line', limit: 200, label: 'rooms:text.title' }] as const;
  readonly columns = {
    title: 'owner.title',
    path: `'/threads/' || owner.id`,
    partnershipId: 'room.partnership_id',
    platformId: 'room.platform_id',
    roomId: 'owner.room_id',
    authorId: 'owner.opened_by',
    country: 'null::text',
    themes: 'owner.themes',
    at: 'owner.opened_at',
    shown: 'owner.merged_into_id is null',
  };

  constructor(private readonly order: RoomOrder) {
    super();
  }

  readable(actor: Actor) {
    return threadPolicy.readable(actor, 'room');
  }

  async translated(tx: EntityManager, actor: Actor, { id, roomId }: Text, { locale }: Translated) {
    const data = { threadId: id, locale };
    await this.order.record(tx, 'thread.translated', actor, roomId!, { kind: 'thread', id }, data);
  }
}
