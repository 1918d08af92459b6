import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { RoomOrder } from '../live/room-order';
import { QUESTION_LIMIT } from './poll-facts';
import { pollPolicy } from './poll.policy';

/** What polls ask, as texts: everybody answers in her own language. */
@Injectable()
export class PollTexts extends TextKind {
  readonly name = 'poll';
  readonly label = 'rooms:text.polls';
  readonly table = 'polls';
  readonly translations = 'poll_translations';
  override readonly joins = `join rooms room on room.id = owner.room_id
    join posts post on post.room_id = owner.room_id and post.id = owner.post_id`;
  readonly strings = [
    { name: 'question', form: 'line', limit: QUESTION_LIMIT, label: 'rooms:poll.field.question' },
  ] as const;
  readonly columns = {
    title: 'owner.question',
    path: `'/polls/' || owner.id`,
    partnershipId: 'room.partnership_id',
    platformId: 'room.platform_id',
    roomId: 'owner.room_id',
    authorId: 'post.author_id',
    organisationId: 'post.organisation_id',
    country: 'null::text',
    at: 'owner.created_at',
    shown: 'post.withdrawn_at is null',
  };

  constructor(private readonly order: RoomOrder) {
    super();
  }

  readable(actor: Actor) {
    return pollPolicy.readable(actor, 'room');
  }

  override derived({ roomId }: Text) {
    return { room_id: roomId };
  }

  async translated(tx: EntityManager, actor: Actor, { id, roomId }: Text, { locale }: Translated) {
    const [{ postId, threadId }] = await tx.query<[{ postId: string; threadId: string }]>(
      `select post.id as "postId", post.thread_id as "threadId" from polls poll
       join posts post on post.room_id = poll.room_id and post.id = poll.post_id
       where poll.room_id = $1 and poll.id = $2`,
      [roomId, id],
    );
    const data = { threadId, postId, pollId: id, locale };
    await this.order.record(tx, 'poll.translated', actor, roomId!, { kind: 'poll', id }, data);
  }
}
