import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { notice, noticeAlone, of } from '../../notifications/notice-kind';
import { Notifications } from '../../notifications/notifications.service';
import { RoomKeepers } from '../keeping/room-keepers.service';
import type { PostView } from '../posts/post.schema';
import { heldPath, postPath } from '../room-paths';
import type { RoomSubject } from '../room.policy';
import type { HeldPostView } from './held-post.schema';

/** Who is told of posts that wait, and of what became of them. */
@Injectable()
export class HeldNews {
  constructor(
    private readonly keepers: RoomKeepers,
    private readonly notifications: Notifications,
  ) {}

  /** Once for all that waits in a room, until she has read it. */
  async tellKeepers(tx: EntityManager, actor: Actor, room: RoomSubject): Promise<void> {
    await this.notifications.tell(tx, {
      people: await this.keepers.of(room, tx),
      by: actor.person?.id ?? null,
      name: 'post.held',
      subject: { kind: 'room', id: room.id },
      cause: `post.held ${room.id}`,
      again: true,
    });
  }

  async tellApproved(tx: EntityManager, { id, author }: HeldPostView, post: PostView): Promise<void> {
    await this.notifications.tell(tx, {
      people: [author.id],
      name: 'held_post.approved',
      subject: { kind: 'thread', id: post.threadId },
      data: { threadId: post.threadId, number: post.number },
      cause: `held_post ${id}`,
    });
  }

  async tellRefused(tx: EntityManager, { id, roomId, author }: HeldPostView): Promise<void> {
    await this.notifications.tell(tx, {
      people: [author.id],
      name: 'held_post.refused',
      subject: { kind: 'room', id: roomId },
      data: { heldId: id },
      cause: `held_post ${id}`,
    });
  }
}

export const HELD_NOTICES = [
  {
    provide: 'notice post.held',
    useValue: of(
      'moderation',
      notice('post.held', 'rooms:told.waits', (room) => `${room.path}/held`),
    ),
  },
  {
    provide: 'notice held_post.approved',
    useValue: of(
      'moderation',
      notice('held_post.approved', 'rooms:told.approved', (_, { threadId, number }) =>
        postPath(String(threadId), String(number)),
      ),
    ),
  },
  {
    provide: 'notice held_post.refused',
    useValue: of(
      'moderation',
      noticeAlone('held_post.refused', 'rooms:told.refused', ({ heldId }) => heldPath(String(heldId))),
    ),
  },
];
