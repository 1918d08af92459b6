import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { type Text, TextKind, type Translated } from '../core/texts/text-kind';
import { RoomOrder } from './live/room-order';
import { roomPolicy } from './room.policy';

/** Names and descriptions of rooms as texts. */
@Injectable()
export class RoomTexts extends TextKind {
  readonly name = 'room';
  readonly label = 'rooms:text.rooms';
  readonly table = 'rooms';
  readonly translations = 'room_translations';
  readonly strings = [
    { name: 'name', form: 'line', limit: 120, label: 'rooms:text.name' },
    { name: 'description', form: 'prose', limit: 1000, label: 'rooms:text.description', optional: true },
  ] as const;
  readonly columns = {
    title: 'owner.name',
    path: `'/rooms/' || owner.slug`,
    partnershipId: 'owner.partnership_id',
    platformId: 'owner.platform_id',
    roomId: 'owner.id',
    authorId: 'null::uuid',
    country: 'null::text',
    at: 'owner.created_at',
    shown: 'true',
  };

  constructor(private readonly order: RoomOrder) {
    super();
  }

  readable(actor: Actor) {
    return roomPolicy.readable(actor, 'owner');
  }

  async translated(tx: EntityManager, actor: Actor, { id }: Text, { locale }: Translated) {
    await this.order.record(tx, 'room.translated', actor, id, { kind: 'room', id }, { locale });
  }
}
