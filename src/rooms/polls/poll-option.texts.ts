import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { RoomOrder } from '../live/room-order';
import { OPTION_LIMIT } from './poll-facts';
import { pollPolicy } from './poll.policy';

/** The answers that polls offer, as texts. */
@Injectable()
export class PollOptionTexts extends TextKind {
  readonly name = 'poll_option';
  readonly label = 'rooms:text.poll_options';
  readonly table = 'poll_options';
  readonly translations = 'poll_option_translations';
  override readonly joins = `join rooms room on room.id = owner.room_id
    join polls poll on poll.room_id = owner.room_id and poll.id = owner.poll_id
    join posts post on post.room_id = poll.room_id and post.id = poll.post_id`;
  readonly strings = [
    { name: 'label', form: 'line', limit: OPTION_LIMIT, label: 'rooms:poll.field.option' },
  ] as const;
  readonly columns = {
    title: 'owner.label',
    path: `'/polls/' || owner.poll_id`,
    partnershipId: 'room.partnership_id',
    platformId: 'room.platform_id',
    roomId: 'owner.room_id',
    authorId: 'post.author_id',
    organisationId: 'post.organisation_id',
    country: 'null::text',
    at: 'poll.created_at',
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
    const [place] = await tx.query<[{ pollId: string; postId: string; threadId: string }]>(
      `select poll.id as "pollId", post.id as "postId", post.thread_id as "threadId" from poll_options option
       join polls poll on poll.room_id = option.room_id and poll.id = option.poll_id
       join posts post on post.room_id = poll.room_id and post.id = poll.post_id
       where option.room_id = $1 and option.id = $2`,
      [roomId, id],
    );
    const subject = { kind: 'poll_option', id };
    await this.order.record(tx, 'poll_option.translated', actor, roomId!, subject, { ...place, locale });
  }
}
