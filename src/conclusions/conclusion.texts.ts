import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { type Text, TextKind, type Translated } from '../core/texts/text-kind';
import { RoomOrder } from '../rooms/live/room-order';
import { ofConclusion } from './conclusion.access';
import { REASONING_LIMIT, STATEMENT_LIMIT } from './conclusion-facts';
import { conclusionPolicy } from './conclusion.policy';

/** Conclusions as texts. `conclusion_originals` says what was adopted while the next version is being written. */
@Injectable()
export class ConclusionTexts extends TextKind {
  readonly name = 'conclusion';
  readonly label = 'conclusions:text.conclusions';
  readonly table = 'conclusion_originals';
  readonly translations = 'conclusion_translations';
  override readonly joins = `join rooms room on room.id = owner.room_id`;
  readonly strings = [
    {
      name: 'statement',
      form: 'line',
      limit: STATEMENT_LIMIT,
      label: 'conclusions:field.statement',
      visible: true,
    },
    {
      name: 'reasoning',
      form: 'prose',
      limit: REASONING_LIMIT,
      label: 'conclusions:field.reasoning',
      optional: true,
      visible: true,
    },
  ] as const;
  readonly columns = {
    title: 'owner.statement',
    path: `'/conclusions/' || owner.id`,
    partnershipId: 'room.partnership_id',
    platformId: 'room.platform_id',
    roomId: 'owner.room_id',
    authorId: 'null::uuid',
    country: 'null::text',
    at: 'owner.created_at',
    shown: `owner.state <> 'withdrawn'`,
  };

  constructor(private readonly order: RoomOrder) {
    super();
  }

  readable(actor: Actor) {
    return conclusionPolicy.readable(actor, 'owner');
  }

  async translated(tx: EntityManager, actor: Actor, { id, roomId }: Text, { locale }: Translated) {
    const [row] = await tx.query<[{ threadId: string | null }]>(
      'select thread_id as "threadId" from conclusions where id = $1',
      [id],
    );
    const data = { ...ofConclusion({ id, threadId: row.threadId }), locale };
    await this.order.record(tx, 'conclusion.translated', actor, roomId!, { kind: 'conclusion', id }, data);
  }
}
